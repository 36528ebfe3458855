package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.delivery.mailbox.AcknowledgementStore.Progress;
import de.amtsbote.gateway.entry.body.Readable;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the parameters of a list. */
final class Filters {

  private static final int LONGEST = 255;

  private Filters() {}

  static Progress progress(String text) {
    return Arrays.stream(Progress.values())
        .filter(it -> it.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    Arrays.stream(Progress.values())
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", "progress must be one of ", ""))));
  }

  static String name(String what, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (!Readable.is(text, 1, LONGEST)) {
      throw invalid(what + " is too long or has forbidden characters");
    }
    return text;
  }

  static long position(String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return 0;
    }
    if (!cursor.matches("\\d{1,18}")) {
      throw invalid("cursor must be the nextCursor of the page before");
    }
    return Long.parseLong(cursor);
  }

  static GatewayException invalid(String details) {
    return new GatewayException(ErrorCode.PARAMETER_INVALID, details);
  }
}
