package de.amtsbote.osci.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.crypto.CryptoProviders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of the tests in a heap of 48 MiB. */
public final class SmallHeap {

  private SmallHeap() {}

  /** Runs it to its end, which must be a good one within so many seconds. */
  public static void run(Path log, long seconds, Class<?> program, String... arguments)
      throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx48m",
                "-D"
                    + CryptoProviders.PROPERTY
                    + "="
                    + System.getProperty(CryptoProviders.PROPERTY),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();

    assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).as("ended in time").isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }
}
