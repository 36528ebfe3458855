package de.amtsbote.gateway.delivery.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.event.Event;
import java.time.Instant;
import java.util.Arrays;

/**
 * An event as portals get it: CloudEvents 1.0, JSON format, structured mode. It holds neither
 * content nor anything of a person.
 *
 * @param id stable: the same for every repetition
 * @param subject id of the message
 * @param sequence place of the event among those of its message (CloudEvents extension sequence)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "specversion",
  "id",
  "source",
  "type",
  "subject",
  "time",
  "sequence",
  "sequencetype",
  "datacontenttype",
  "data"
})
public record CloudEvent(
    String specversion,
    String id,
    String source,
    String type,
    String subject,
    Instant time,
    String sequence,
    String sequencetype,
    String datacontenttype,
    Data data) {

  /** Media type of one event. */
  public static final String MEDIA_TYPE = "application/cloudevents+json";

  /** The public form of an event of the gateway that calls itself so. */
  public static CloudEvent of(Event event, String source) {
    return new CloudEvent(
        "1.0",
        event.stableId(),
        source,
        event.type().publicName(),
        event.messageId().toString(),
        event.at(),
        Integer.toString(event.sequence()),
        "Integer",
        "application/json",
        data(event));
  }

  private static Data data(Event event) {
    var code = Arrays.stream(ErrorCode.values()).filter(it -> it.code().equals(event.code()));
    var reason = code.findFirst().map(it -> new Reason(it.code(), it.cause(), it.remedy()));
    return new Data(
        event.messageId().toString(),
        event.state().name(),
        event.sequence(),
        reason.orElse(null),
        event.processRef(),
        text(event.inReplyTo()),
        text(event.replyId()));
  }

  private static String text(MessageId id) {
    return id == null ? null : id.toString();
  }

  /**
   * What happened.
   *
   * @param reason why, where there is a reason; null without
   * @param processRef what the sender of the message calls its case; null without
   * @param inReplyTo id of the message that this one answers; null without
   * @param replyId id of the answer that lies ready; only in events of type reply
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Data(
      String messageId,
      String state,
      int sequence,
      Reason reason,
      String processRef,
      String inReplyTo,
      String replyId) {}

  /** A code of docs/errors.md with its texts. */
  public record Reason(String code, String title, String remedy) {}
}
