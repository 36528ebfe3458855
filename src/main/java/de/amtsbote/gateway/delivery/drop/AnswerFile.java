package de.amtsbote.gateway.delivery.drop;

import de.amtsbote.gateway.delivery.mailbox.ProcessingStatus;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A file by which a procedure answers, named by the delivery id, in letters of any case.
 *
 * @param item as it lies there
 */
record AnswerFile(UUID id, ProcessingStatus status, DropPlace.Item item) {

  /** Most bytes of a reason that are read. */
  static final int READ = 4 * 1024;

  private static final String NO_REASON = "The procedure gave no reason.";
  private static final int LONGEST = 500;
  private static final int SHORTEST = 3;
  private static final Pattern NAME =
      Pattern.compile(
          "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.(accepted|rejected)",
          Pattern.CASE_INSENSITIVE);

  /** Empty when it is something else. */
  static Optional<AnswerFile> of(DropPlace.Item item) {
    var name = NAME.matcher(item.name());
    if (item.isFolder() || !name.matches()) {
      return Optional.empty();
    }
    var status =
        name.group(2).equalsIgnoreCase("accepted")
            ? ProcessingStatus.PROCESSED
            : ProcessingStatus.REJECTED;
    return Optional.of(new AnswerFile(UUID.fromString(name.group(1)), status, item));
  }

  /** What the file says, in one harmless line of at most 500 characters. */
  static String reason(byte[] content) {
    var text =
        new String(content, StandardCharsets.UTF_8)
            .replaceAll("[\\p{C}\\p{Z}\\s]+", " ")
            .replace("\uFFFD", "")
            .strip();
    if (text.length() < SHORTEST) {
      return NO_REASON;
    }
    return text.codePointCount(0, text.length()) > LONGEST
        ? text.substring(0, text.offsetByCodePoints(0, LONGEST)).strip()
        : text;
  }
}
