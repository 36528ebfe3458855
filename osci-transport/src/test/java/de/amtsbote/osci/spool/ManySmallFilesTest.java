package de.amtsbote.osci.spool;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.crypto.CryptoProviders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spool files that are written hold no memory, however many there are. */
class ManySmallFilesTest {

  @TempDir Path folder;

  @Test
  void thousandFinishedFiles_fitIntoASmallHeap() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("spool"));
    Path log = folder.resolve("log");

    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx48m",
                "-D"
                    + CryptoProviders.PROPERTY
                    + "="
                    + System.getProperty(CryptoProviders.PROPERTY),
                "-cp",
                System.getProperty("java.class.path"),
                ManySmallFiles.class.getName(),
                temporary.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended in time").isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    assertThat(temporary).isEmptyDirectory();
  }
}
