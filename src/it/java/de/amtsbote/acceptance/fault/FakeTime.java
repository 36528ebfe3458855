package de.amtsbote.acceptance.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A wall clock that one process sees, by libfaketime; counters that only go forward stay as they
 * are, as when an operator or a time server sets the clock.
 *
 * @param file says how much it is ahead
 */
record FakeTime(Path library, Path file) {

  private static final String OVERRIDE = "FAKETIME_LIBRARY";
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib64/faketime/libfaketimeMT.so.1"));

  /** Where it is installed, or where the environment says. */
  static Optional<Path> installed() {
    Stream<Path> given = Optional.ofNullable(System.getenv(OVERRIDE)).map(Path::of).stream();
    return Stream.concat(given, PLACES.stream()).filter(Files::isRegularFile).findFirst();
  }

  /** What runs a command under this clock. */
  List<String> prefix() {
    return List.of(
        "env",
        "LD_PRELOAD=" + library,
        "FAKETIME_TIMESTAMP_FILE=" + file,
        "FAKETIME_CACHE_DURATION=1",
        // else waits of the Java machine end at once
        "FAKETIME_FORCE_MONOTONIC_FIX=0",
        "FAKETIME_DONT_FAKE_MONOTONIC=1");
  }

  void set(Duration ahead) throws IOException {
    Path next = file.resolveSibling("next");
    Files.writeString(next, "%+d".formatted(ahead.toSeconds()));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
