package de.amtsbote.gateway.route.xoev;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.osci.testpki.TestPki;
import de.amtsbote.xoev.Attachment;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.xdemo.XDemo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {

  @TempDir Path folder;

  private static final Set<Level> ALL = EnumSet.allOf(Level.class);

  @ParameterizedTest
  @CsvSource({"true, false, true", "true, true, true", "false, true, true", "false, false, false"})
  void testFlag_isRefusedWhereTheInstallationOrTheRouteIsProductive(
      boolean installation, boolean route, boolean refused) {
    assertThat(checks(installation).of(Optional.empty(), null, ALL, route).production())
        .isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({
    "ROUTE, vorgang.rueckweisung.0990, true",
    "ROUTE, wohnsitz.ummeldung.antrag.0100, false",
    "OSCI_MAILBOX, vorgang.rueckweisung.0990, false",
    "REST, vorgang.rueckweisung.0990, false"
  })
  void testFlag_isForgivenToAnswersOfThisInstallationOnly(
      EntryKind entry, String root, boolean forgiven) {
    assertThat(Checks.isAnswerToATest(Optional.of(message(entry)), flagged(root)))
        .isEqualTo(forgiven);
  }

  @Test
  void answerWithoutTestFlag_isJudgedAsItIs() {
    var valid =
        new ValidationReport(
            Verdict.VALID, "xdemo", "1.0", "0990", "vorgang.rueckweisung.0990", ALL, List.of(), 0);

    assertThat(Checks.isAnswerToATest(Optional.of(message(EntryKind.ROUTE)), valid)).isFalse();
  }

  @Test
  void rejectionOfATest_passesInProduction() throws Exception {
    XDemo.installInto(folder.resolve("standards"));
    var clock = Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);
    var xoev = Xoev.open(folder.resolve("standards"), clock);
    var original = new String(XDemo.sample("1.0", "0990/minimal.xml").open().readAllBytes(), UTF_8);
    var tested = original.replaceFirst("(<xd:vorgang\\.rueckweisung\\.0990 )", "$1test=\"true\" ");
    var content = Content.of(tested.getBytes(UTF_8));
    var wanted = checks(true).of(Optional.empty(), null, ALL, false);

    var report = xoev.validate(content, wanted);

    assertThat(Checks.isAnswerToATest(Optional.of(message(EntryKind.ROUTE)), report)).isTrue();
    assertThat(xoev.validate(content, wanted.takingTests()).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void message_isJudgedByItsDayAndWithItsAttachments() {
    var options = checks(true).of(Optional.of(message(EntryKind.REST)), null, ALL, false);

    assertThat(options.day()).contains(LocalDate.of(2026, 11, 24));
    assertThat(options.attachments())
        .contains(List.of(new Attachment("plan", "plan.pdf", "application/pdf", 3, "00")));
  }

  @Test
  void guessedMediaType_isHeldAgainstNobody() {
    var options = checks(true).of(Optional.of(message(EntryKind.OSCI_MAILBOX)), null, ALL, false);

    assertThat(options.attachments().orElseThrow()).extracting(Attachment::mediaType).contains("");
  }

  @Test
  void oldHeaderOfAnAuthor_isReadByItsOwnProfile() throws Exception {
    var pki = TestPki.root("Muster-CA");
    Files.write(folder.resolve("a.cer"), pki.reader("a").certificate().getEncoded());
    var file =
        Files.writeString(
            folder.resolve("directory.yaml"),
            """
            intermediaries:
              k: {url: "http://localhost/", cipher-certificate: a.cer, signature-certificate: a.cer}
            quirks:
              alt: {old-header: nachrichtenkopf}
            partners:
              amt:
                readers: ["prt:99000001"]
                quirks: alt
                osci: {intermediary: k, cipher-certificate: a.cer}
            """);
    var checks =
        new Checks(true, new LiveProfiles(null), new LiveDirectory(file, Clock.systemUTC()));

    assertThat(checks.oldHeader(Optional.of(message(EntryKind.REST)))).contains("nachrichtenkopf");
    assertThat(checks.oldHeader(Optional.empty())).isEmpty();
  }

  private static ValidationReport flagged(String root) {
    var flag = FindingCode.HEADER_TEST.at(Level.HEADER, Severity.ERROR, Place.NOWHERE, "", "", "");
    return new ValidationReport(Verdict.INVALID, "xdemo", "1.0", "", root, ALL, List.of(flag), 0);
  }

  private static Checks checks(boolean production) {
    return new Checks(
        production, new LiveProfiles(null), new LiveDirectory(null, Clock.systemUTC()));
  }

  /** Came in one hour before midnight UTC, which is the next day in Germany. */
  private static Message message(EntryKind entry) {
    var at = Instant.parse("2026-11-23T23:00:00Z");
    return new Message(
        new MessageId(UUID.randomUUID()),
        "stadt",
        new Entry(entry, "portal"),
        MessageState.RECEIVED,
        new Traits(null, null, null, "prt:99000001", null, null, null),
        at,
        at,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(new Part(1, PartRole.ATTACHMENT, "plan.pdf", "application/pdf", 3, "00")));
  }
}
