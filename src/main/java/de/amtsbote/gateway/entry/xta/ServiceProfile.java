package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaMetadata;
import de.amtsbote.gateway.xta.XtaPart;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is agreed for a service.
 *
 * @param service its URI
 * @param exchange which of the two operations it is offered by; absent: as the directory says, and
 *     asynchronous where that says nothing
 * @param deadline within which the answer to sendMessageSync must come
 * @param qualities service profiles (ServiceQuality) that an order may name; all, and none, when
 *     nothing is listed
 * @param messageTypes codes of message types that it takes; all when nothing is listed
 * @param attachments how many a message may have; as many as it likes if absent
 * @param mediaTypes what attachments may be; anything when nothing is listed
 * @param fileNames whether each part must have a file name
 * @param limit largest content; that of the server if absent
 */
record ServiceProfile(
    String service,
    Exchange exchange,
    @DefaultValue("30s") Duration deadline,
    @DefaultValue Set<String> qualities,
    @DefaultValue Set<String> messageTypes,
    Integer attachments,
    @DefaultValue Set<String> mediaTypes,
    @DefaultValue("false") boolean fileNames,
    DataSize limit) {

  /** By which operations a service is offered. */
  enum Exchange {
    ASYNCHRONOUS,
    SYNCHRONOUS,
    BOTH
  }

  /** What holds for a service of which nothing is agreed. */
  static final ServiceProfile NONE =
      new ServiceProfile(
          null, null, Duration.ofSeconds(30), Set.of(), Set.of(), null, Set.of(), false, null);

  /**
   * Refuses an order that is not what was agreed.
   *
   * @throws XtaException 9052
   */
  void require(XtaMetadata order) {
    require(
        qualities.isEmpty() || order.quality() != null && qualities.contains(order.quality()),
        "ServiceQuality is none of those that are agreed");
    require(
        messageTypes.isEmpty() || messageTypes.contains(order.messageType().code()),
        "the message type is none of those that are agreed");
  }

  /**
   * Refuses a part that is not what was agreed.
   *
   * @param number of the part; the message is 0
   * @throws XtaException 9052
   */
  void require(int number, XtaPart part) {
    require(
        attachments == null || number <= attachments,
        "more than %s attachments".formatted(attachments));
    require(
        !fileNames || part.filename() != null && !part.filename().isBlank(),
        "a part has no file name");
    require(
        number == 0
            || mediaTypes.isEmpty()
            || mediaTypes.stream().anyMatch(type(part)::equalsIgnoreCase),
        "an attachment is of a type that is not agreed");
  }

  /**
   * Refuses content that is larger than agreed.
   *
   * @throws XtaException 9052
   */
  void require(long size) {
    require(
        limit == null || size <= limit.toBytes(), "the content is larger than %s".formatted(limit));
  }

  private static String type(XtaPart part) {
    return part.mediaType().replaceFirst(";.*", "").strip();
  }

  private static void require(boolean condition, String violation) {
    if (!condition) {
      throw new XtaException(XtaError.PROFILE_VIOLATED, violation);
    }
  }
}
