package de.amtsbote.gateway.delivery;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How one Fachverfahren is reached.
 *
 * @param partner logical name of the partner in the directory whose quirks count for what is handed
 *     over; none if absent
 * @param folder for kind file: where each message appears as a folder of its own
 * @param url for kind http: where messages are posted to
 * @param format for kind http: the payload alone, or all parts as multipart/form-data
 * @param headers for kind http: further request headers, such as an API key
 * @param parties for kind mailbox: whose mailbox it is, such as {@code ags:99000001}
 * @param answerTimeout from the start of the request to the status of the answer
 */
public record DeliverySettings(
    Kind kind,
    String partner,
    Path folder,
    URI url,
    @DefaultValue("multipart") Format format,
    @DefaultValue Map<String, String> headers,
    @DefaultValue Set<String> parties,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("60s") Duration answerTimeout) {

  /** The kinds of hand-over. */
  public enum Kind {
    FILE,
    HTTP,
    /** Waits in the gateway until its reader fetches it. */
    MAILBOX,
    /** An XTA server of somebody else, configured under amtsbote.xta.servers by the same name. */
    XTA,
    /** Only for the delivery {@code replies}, which needs no configuration. */
    REPLIES
  }

  /** What is in the body of a request. */
  public enum Format {
    MULTIPART,
    PAYLOAD
  }
}
