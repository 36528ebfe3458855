package de.amtsbote.xoev.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Shared;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.profile.ValidationProfiles;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageContainerTest {

  private static final String MESSAGE = "1_Aussonderung.Anbieteverzeichnis.0501.xml";

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path work;

  private static final ValidationOptions SCHEMA_AND_HEADER =
      ValidationOptions.ALL.withLevels(Level.parse("safe,xsd,header"));

  @Test
  void containersOfRealTransfers_areOpenedAndTheirMessageFitsTheirDocuments() throws IOException {
    Xoev xoev = xdomea();

    try (var files = Files.list(Shared.standard("xdomea-3.0.0").resolve("container"))) {
      for (Path file : files.toList()) {
        var container = MessageContainer.open(file, ContainerLimits.DEFAULT);
        assertThat(MessageContainer.looksLikeOne(Content.of(file))).isTrue();
        assertThat(xoev.validate(container, SCHEMA_AND_HEADER).findings()).isEmpty();
      }
    }
  }

  @Test
  void documents_areReadOutOfTheContainer() throws IOException {
    Path zip = zip(MESSAGE, "<a/>", "1_akte.pdf", "%PDF");

    var container = MessageContainer.open(zip, ContainerLimits.DEFAULT);

    try (var in = container.documents().get("1_akte.pdf").open()) {
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
    refused(zip(MESSAGE, "<a/>", "a.pdf", "x"), new ContainerLimits(1, 1_000, 10, MINUTE));
  }

  @Test
  void tooManyBytes_areRefused() throws IOException {
    refused(
        zip(MESSAGE, "<a/>", "a.pdf", "x".repeat(5_000)),
        new ContainerLimits(10, 4_000, 10, MINUTE));
  }

  @Test
  void bomb_isRefusedWhileItIsUnpacked() throws IOException {
    Path zip = zip(MESSAGE, "<a/>", "a.pdf", "\0".repeat(60_000_000));

    refused(zip, ContainerLimits.DEFAULT, "packed byte");
  }

  @Test
  void tableOfContentsThatSaysAnotherSize_isRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(zip(MESSAGE, "<a/>", "a.pdf", "x".repeat(5_000)));
    bytes[lastIndexOf(bytes, new byte[] {'P', 'K', 1, 2}) + 24] ^= 1;

    refused(Files.write(work.resolve("size.zip"), bytes), ContainerLimits.DEFAULT, "other sizes");
  }

  @Test
  void tableOfContentsThatNamesOthers_isRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(zip(MESSAGE, "<a/>", "a.pdf", "x"));
    int last = lastIndexOf(bytes, "a.pdf".getBytes(StandardCharsets.US_ASCII));
    bytes[last] = 'b';

    refused(
        Files.write(work.resolve("changed.zip"), bytes), ContainerLimits.DEFAULT, "names other");
  }

  @Test
  void tableOfContentsThatHidesAnEntry_isRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(zip(MESSAGE, "<a/>", "a.pdf", "x"));
    int end = lastIndexOf(bytes, new byte[] {'P', 'K', 5, 6});
    bytes[end + 10] = 1;

    refused(
        Files.write(work.resolve("changed.zip"), bytes), ContainerLimits.DEFAULT, "does not fit");
  }

  @Test
  void twoContainersBehindEachOther_areRefused() throws IOException {
    byte[] one = Files.readAllBytes(zip(MESSAGE, "<a/>", "a.pdf", "x"));
    byte[] both = Arrays.copyOf(one, one.length * 2);
    System.arraycopy(one, 0, both, one.length, one.length);

    refused(Files.write(work.resolve("both.zip"), both), ContainerLimits.DEFAULT, "does not fit");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30, 60, 150})
  void containerThatEndsEarly_isRefused(int missing) throws IOException {
    byte[] bytes = Files.readAllBytes(zip(MESSAGE, "<a/>", "a.pdf", "x".repeat(500)));

    refused(
        Files.write(work.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length - missing)),
        ContainerLimits.DEFAULT);
  }

  @Test
  void link_isRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(zip(MESSAGE, "<a/>", "a.pdf", "/etc/passwd"));
    int entry = lastIndexOf(bytes, new byte[] {'P', 'K', 1, 2});
    bytes[entry + 5] = 3;
    bytes[entry + 41] = (byte) 0xA1;

    refused(Files.write(work.resolve("link.zip"), bytes), ContainerLimits.DEFAULT, "link");
  }

  @Test
  void namesThatDifferInCaseOnly_areRefused() throws IOException {
    refused(zip(MESSAGE, "<a/>", "a.pdf", "x", "A.PDF", "y"), ContainerLimits.DEFAULT, "twice");
  }

  @Test
  void manyDocuments_haveTheirTableOfContentsRead() throws IOException {
    String[] files = new String[8_002];
    files[0] = MESSAGE;
    files[1] = "<a/>";
    for (int i = 2; i < files.length; i += 2) {
      files[i] = "document-with-a-long-name-".repeat(4) + i + ".pdf";
      files[i + 1] = "x";
    }

    var container = MessageContainer.open(zip(files), ContainerLimits.DEFAULT);

    assertThat(container.attachments()).hasSize(4_000);
  }

  @Test
  void documentsWithoutReferenceAndReferencesWithoutDocument_areReported() throws IOException {
    Xoev xoev = xdomea();
    Path transfer = transfer("Aussonderung.Aussonderung.0503.zip");
    var whole = MessageContainer.open(transfer, ContainerLimits.DEFAULT);
    String message = new String(whole.message().open().readAllBytes(), StandardCharsets.UTF_8);

    var report =
        xoev.validate(
            MessageContainer.open(
                zip(whole.messageName(), message, "other.pdf", "x"), ContainerLimits.DEFAULT),
            SCHEMA_AND_HEADER);

    assertThat(xoev.validate(whole, SCHEMA_AND_HEADER).findings()).isEmpty();
    assertThat(report.findings())
        .extracting("code")
        .containsExactlyInAnyOrder("XOEV-A001", "XOEV-A001", "XOEV-A001", "XOEV-A002");
  }

  @Test
  void containerOfAnotherProcessThanItsMessage_isReported() throws IOException {
    Xoev xoev = xdomea();
    var whole =
        MessageContainer.open(
            transfer("Aussonderung.Anbieteverzeichnis.0501.zip"), ContainerLimits.DEFAULT);
    String message = new String(whole.message().open().readAllBytes(), StandardCharsets.UTF_8);

    var report =
        xoev.validate(
            MessageContainer.open(
                zip("4711_Aussonderung.Anbieteverzeichnis.0501.xml", message),
                ContainerLimits.DEFAULT),
            SCHEMA_AND_HEADER);

    assertThat(report.findings()).extracting("code").containsExactly("XOEV-A008");
  }

  @Test
  void encryptedEntry_isRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(zip(MESSAGE, "<a/>", "a.pdf", "x"));
    bytes[6] |= 1;

    refused(Files.write(work.resolve("e.zip"), bytes), ContainerLimits.DEFAULT, "encrypted");
  }

  @Test
  void entryWithAWrongChecksum_isRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(zip(MESSAGE, "<a/>"));
    int descriptor = lastIndexOf(bytes, new byte[] {'P', 'K', 7, 8});
    bytes[descriptor + 4] ^= 1;

    refused(Files.write(work.resolve("c.zip"), bytes), ContainerLimits.DEFAULT, "CRC");
  }

  @Test
  void refusal_tellsTheNumberOfTheEntryAndNotItsName() throws IOException {
    assertThatThrownBy(
            () ->
                MessageContainer.open(
                    zip(MESSAGE, "<a/>", "akten/Mustermann.pdf", "x"), ContainerLimits.DEFAULT))
        .hasMessageContaining("entry 2")
        .hasMessageNotContaining("Mustermann");
  }

  @Test
  void onlyXmlFile_isTheMessageWhateverItsName() throws IOException {
    var container =
        MessageContainer.open(zip("akte.xml", "<a/>", "a.pdf", "x"), ContainerLimits.DEFAULT);

    assertThat(container.messageName()).isEqualTo("akte.xml");
  }

  @Test
  void messageBehindABomb_isNotLookedFor() throws IOException {
    Path zip = zip("a.pdf", "\0".repeat(60_000_000), MESSAGE, "<a/>");

    assertThatThrownBy(
            () ->
                MessageContainer.messageIn(Content.of(zip), ContainerLimits.DEFAULT, root -> false))
        .hasMessageContaining("packed byte");
  }

  @Test
  void messageInAContainer_isDispatchedReadAndValidated() throws IOException {
    var zip = Content.of(zip("x_wohnsitz.ummeldung.antrag.0100.xml", Demo.message()));

    assertThat(Demo.xoev().dispatch(zip)).isInstanceOf(Dispatch.Known.class);
    assertThat(Demo.xoev().header(zip)).isPresent();
    assertThat(Demo.xoev().validate(zip, ValidationOptions.ALL).isValid()).isTrue();
  }

  @Test
  void containerThatIsCutOff_isUnreadableForDispatchAndInvalid() throws IOException {
    byte[] bytes = Files.readAllBytes(zip("x_a.0100.xml", Demo.message()));
    var cut = Content.of(Arrays.copyOf(bytes, 200));

    assertThat(Demo.xoev().dispatch(cut)).isInstanceOf(Dispatch.Unreadable.class);
    assertThat(Demo.xoev().validate(cut, ValidationOptions.ALL).findings())
        .extracting("code")
        .containsExactly("XOEV-X006");
  }

  @Test
  void nameOfAContainedMessage_weighsAsTheProfileSays() throws IOException {
    Xoev xoev = xdomea();
    var whole =
        MessageContainer.open(
            transfer("Aussonderung.Anbieteverzeichnis.0501.zip"), ContainerLimits.DEFAULT);
    String message = new String(whole.message().open().readAllBytes(), StandardCharsets.UTF_8);
    var profile = work.resolve("profile.yaml");
    Files.writeString(profile, "default: {severities: {XOEV-A008: error}}");

    var report =
        xoev.validate(
            Content.of(zip("4711_Aussonderung.Anbieteverzeichnis.0501.xml", message)),
            SCHEMA_AND_HEADER.under(ValidationProfiles.read(profile), ""));

    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void whatIsNoZip_isRefused() throws IOException {
    refused(Files.writeString(work.resolve("x.zip"), "no zip"), ContainerLimits.DEFAULT);
  }

  private static void refused(Path zip, ContainerLimits limits) {
    refused(zip, limits, "XOEV-E022");
  }

  private static void refused(Path zip, ContainerLimits limits, String why) {
    assertThatThrownBy(() -> MessageContainer.open(zip, limits))
        .isInstanceOf(XoevException.class)
        .hasMessageContaining("XOEV-E022")
        .hasMessageContaining(why);
  }

  private Xoev xdomea() {
    new StandardInstaller(work).install(Shared.standard("xdomea-3.0.0"), InstallOptions.DEFAULT);
    return Xoev.open(work, Demo.CLOCK);
  }

  private static Path transfer(String name) {
    return Shared.standard("xdomea-3.0.0")
        .resolve("container/9a75050f-323a-4e84-94c9-a889aa2b4fe8_" + name);
  }

  private static int lastIndexOf(byte[] bytes, byte[] wanted) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .lastIndexOf(new String(wanted, StandardCharsets.ISO_8859_1));
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
