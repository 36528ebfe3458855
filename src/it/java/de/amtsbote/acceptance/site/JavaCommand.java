package de.amtsbote.acceptance.site;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the built program is run.
 *
 * @param prefix command that runs the command given to it, such as {@code unshare}; mostly empty
 * @param options of the Java machine
 */
public record JavaCommand(List<String> prefix, List<String> options) {

  /** With the first compiler alone: what ends within a minute has no use for the second. */
  public static final JavaCommand SHORT_LIVED =
      new JavaCommand(List.of(), List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));

  /** The same with one more option. */
  JavaCommand with(String option) {
    List<String> more = new ArrayList<>(options);
    more.add(option);
    return new JavaCommand(prefix, more);
  }

  /** The command line that runs the program. */
  public List<String> line(Path jar, List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dstdout.encoding=" + StandardCharsets.UTF_8);
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
    command.addAll(arguments);
    return command;
  }
}
