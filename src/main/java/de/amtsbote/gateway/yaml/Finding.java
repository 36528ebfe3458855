package de.amtsbote.gateway.yaml;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * One thing that is wrong, or soon will be, in a configuration file.
 *
 * @param line counted from 1; 0 when the file as a whole is meant
 * @param text what is wrong and what to do; never contains a secret
 */
public record Finding(Path file, int line, Severity severity, String text)
    implements Comparable<Finding> {

  /** Whether the file may be used all the same. */
  public enum Severity {
    ERROR,
    WARNING
  }

  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding it) -> it.file().toString())
          .thenComparingInt(Finding::line)
          .thenComparing(Finding::text);

  public static Finding error(Path file, int line, String text) {
    return new Finding(file, line, Severity.ERROR, text);
  }

  public static Finding warning(Path file, int line, String text) {
    return new Finding(file, line, Severity.WARNING, text);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }

  /** The form compilers use, so that editors can jump to it: {@code file:line: error: text}. */
  @Override
  public String toString() {
    var level = isError() ? "error" : "warning";
    return line > 0
        ? "%s:%d: %s: %s".formatted(file, line, level, text)
        : "%s: %s: %s".formatted(file, level, text);
  }
}
