package de.amtsbote.xoev.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Shared;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageContainerTest {

  private static final String MESSAGE = "1_Aussonderung.Anbieteverzeichnis.0501.xml";

  @TempDir Path work;

  @Test
  void containersOfRealTransfers_areOpenedAndTheirMessageIsValid() throws IOException {
    Path xdomea = Shared.standard("xdomea-3.0.0");
    new StandardInstaller(work).install(xdomea, InstallOptions.DEFAULT);
    Xoev xoev = Xoev.open(work, Demo.CLOCK);
    var options = ValidationOptions.ALL.withLevels(Level.parse("safe,xsd"));

    try (var files = Files.list(xdomea.resolve("container"))) {
      for (Path file : files.toList()) {
        try (var container = MessageContainer.open(file, ContainerLimits.DEFAULT)) {
          assertThat(xoev.validate(container.message(), options).findings()).isEmpty();
        }
      }
    }
  }

  @Test
  void documents_areReadOutOfTheContainer() throws IOException {
    Path zip = zip(MESSAGE, "<a/>", "1_akte.pdf", "%PDF");

    try (var container = MessageContainer.open(zip, ContainerLimits.DEFAULT);
        var in = container.documents().get("1_akte.pdf").open()) {
      assertThat(in.readAllBytes()).isEqualTo("%PDF".getBytes(StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.pdf",
        "/etc/x.pdf",
        "a/b.pdf",
        "a\\b.pdf",
        "C:x.pdf",
        ".hidden",
        "in.zip",
        "in.tar"
      })
  void namesThatLeadElsewhere_areRefused(String name) throws IOException {
    Path zip = zip(MESSAGE, "<a/>", name, "x");

    refused(zip, ContainerLimits.DEFAULT);
  }

  @Test
  void containerWithoutMessage_isRefused() throws IOException {
    refused(zip("a.pdf", "x", "b.pdf", "y"), ContainerLimits.DEFAULT);
  }

  @Test
  void containerWithTwoMessages_isRefused() throws IOException {
    refused(
        zip(MESSAGE, "<a/>", "2_Aussonderung.Anbieteverzeichnis.0501.xml", "<a/>"),
        ContainerLimits.DEFAULT);
  }

  @Test
  void tooManyEntries_areRefused() throws IOException {
    refused(zip(MESSAGE, "<a/>", "a.pdf", "x"), new ContainerLimits(1, 1_000, 10));
  }

  @Test
  void tooManyBytes_areRefused() throws IOException {
    refused(zip(MESSAGE, "<a/>", "a.pdf", "x".repeat(5_000)), new ContainerLimits(10, 4_000, 10));
  }

  @Test
  void bomb_stopsWhileItIsUnpacked() throws IOException {
    Path zip = zip(MESSAGE, "<a/>", "a.pdf", "\0".repeat(60_000_000));

    try (var container = MessageContainer.open(zip, ContainerLimits.DEFAULT);
        var in = container.documents().get("a.pdf").open()) {
      assertThatThrownBy(() -> in.transferTo(java.io.OutputStream.nullOutputStream()))
          .isInstanceOf(ZipException.class);
    }
  }

  @Test
  void whatIsNoZip_isRefused() throws IOException {
    refused(Files.writeString(work.resolve("x.zip"), "no zip"), ContainerLimits.DEFAULT);
  }

  private static void refused(Path zip, ContainerLimits limits) {
    assertThatThrownBy(() -> MessageContainer.open(zip, limits).close())
        .isInstanceOf(XoevException.class)
        .hasMessageContaining("XOEV-E022");
  }

  private Path zip(String... namesAndTexts) throws IOException {
    Path zip = work.resolve("container.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndTexts[i]));
        out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return zip;
  }
}
