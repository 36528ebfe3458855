package de.amtsbote.osci.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.testing.Inspected;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain contents are written beside what is there already. */
class ExtractionTest {

  @TempDir Path folder;

  private static byte[] message() throws IOException {
    return Inspected.octets(
        Samples.store(ContentPackage.of(Samples.container().build())), OrderSecurity.NONE);
  }

  private InspectReport extract(Path target) throws IOException {
    return Inspected.report(message(), Inspected.OPTIONS.extractTo(target));
  }

  @Test
  void contentsOfTheSameNames_areWrittenBesideThoseBefore() throws IOException {
    extract(folder);
    extract(folder);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("1-content0", "2-anlage.bin", "3-content0", "4-anlage.bin");
    }
  }

  @Test
  void folderThatCannotBeMade_doesNotLoseTheReport() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");

    var failure = catchThrowableOfType(ExtractionException.class, () -> extract(file));

    assertThat(failure.report().accepted()).isTrue();
    assertThat(failure.report().tree()).containsEntry("messageType", "storeDelivery");
  }
}
