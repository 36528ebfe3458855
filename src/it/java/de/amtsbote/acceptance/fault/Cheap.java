package de.amtsbote.acceptance.fault;

import de.amtsbote.acceptance.site.JavaCommand;
import java.util.ArrayList;
import java.util.List;

/** Processes that start fast, for they are killed soon. */
final class Cheap {

  private static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xmx512m",
          // the classes are our own build's, and verifying them is a fifth of the start
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-BytecodeVerificationRemote");

  static final JavaCommand JAVA = new JavaCommand(List.of(), OPTIONS);

  private Cheap() {}

  static JavaCommand with(List<String> prefix, String... options) {
    List<String> all = new ArrayList<>(OPTIONS);
    all.addAll(List.of(options));
    return new JavaCommand(prefix, all);
  }
}
