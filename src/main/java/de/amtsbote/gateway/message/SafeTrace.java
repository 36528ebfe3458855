package de.amtsbote.gateway.message;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A stack trace for the log without the exceptions' messages: those of parsers and drivers quote
 * what they could not read, and that may be payload.
 */
public final class SafeTrace {

  private static final int FRAMES = 12;

  private SafeTrace() {}

  /** Classes and places of an exception and its causes, one per line. */
  public static String of(Throwable error) {
    var text = new StringBuilder();
    for (var each = error; each != null; each = each.getCause()) {
      text.append(text.isEmpty() ? "" : "\ncaused by ")
          .append(
              each instanceof GatewayException known
                  ? known.getMessage()
                  : each.getClass().getName())
          .append(frames(each));
    }
    return text.toString();
  }

  private static String frames(Throwable error) {
    return Arrays.stream(error.getStackTrace())
        .limit(FRAMES)
        .map(frame -> "\n  at " + frame)
        .collect(Collectors.joining());
  }
}
