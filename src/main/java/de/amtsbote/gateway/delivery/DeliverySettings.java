package de.amtsbote.gateway.delivery;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How one Fachverfahren is reached.
 *
 * @param partner logical name of the partner in the directory whose quirks count for what is handed
 *     over; none if absent
 * @param folder for kinds file and sftp: where each message appears as a folder of its own
 * @param url for kind http: where messages are posted to; for kinds sftp and jms: the server
 * @param format for kinds http and jms: the payload alone, or all parts as multipart/form-data
 * @param headers for kind http: further request headers, such as an API key
 * @param parties for kind mailbox: whose mailbox it is, such as {@code ags:99000001}
 * @param answerTimeout how long the receiver may take for what it is asked; for kind http from the
 *     start of the request to the status of the answer
 * @param twoStep for kinds file and sftp: a message is ready when its {@code .ready} lies there,
 *     and done when the procedure has answered with {@code .accepted} or {@code .rejected}
 * @param poll how often it is looked for answers
 * @param concurrency most hand-overs at the same time, over all nodes; 0 for any number. The look
 *     for answers, one at a time, comes on top
 * @param largest most bytes of payload and attachments together; any number if absent
 * @param login for kinds sftp and jms: who we are there
 * @param secret for kind http: what requests are signed with; none if absent
 * @param tls for kinds http and jms: own key and whom we trust; what the JDK trusts if absent
 * @param queue for kind jms: where messages are sent to
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
    @DefaultValue("60s") Duration answerTimeout,
    boolean twoStep,
    @DefaultValue("10s") Duration poll,
    int concurrency,
    DataSize largest,
    Login login,
    Secret secret,
    TlsSettings tls,
    String queue) {

  /** The kinds of hand-over. */
  public enum Kind {
    FILE,
    SFTP,
    HTTP,
    JMS,
    /** Waits in the gateway until its reader fetches it. */
    MAILBOX,
    /** An XTA server of somebody else, configured under amtsbote.xta.servers by the same name. */
    XTA,
    /** A destination of FIT-Connect, configured under amtsbote.fit-connect.receivers. */
    FIT_CONNECT,
    /** Only for the delivery {@code replies}, which needs no configuration. */
    REPLIES
  }

  /** What is in the body of a request. */
  public enum Format {
    MULTIPART,
    PAYLOAD
  }

  /**
   * Who we are at a server.
   *
   * @param keyFile for kind sftp: private key (OpenSSH or PEM)
   * @param passwordFile file whose first line is the password of the user, or opens the key
   * @param knownHosts for kind sftp: file with the keys of the servers, as ssh has it
   */
  public record Login(String user, Path keyFile, Path passwordFile, Path knownHosts) {}

  /**
   * A shared secret of at least 32 bytes.
   *
   * @param file file whose first line is the secret
   * @param nextFile file of a second secret, which signs too while secrets change
   */
  public record Secret(Path file, Path nextFile) {}
}
