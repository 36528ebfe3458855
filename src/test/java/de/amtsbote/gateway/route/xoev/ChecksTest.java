package de.amtsbote.gateway.route.xoev;

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
import de.amtsbote.xoev.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
