package de.amtsbote.gateway.route.worker;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.directory.Directory;
import de.amtsbote.gateway.directory.DirectoryReader;
import de.amtsbote.osci.testpki.TestPki;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.quirk.Quirk;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a partner is to be tolerated is tolerated from him, and from nobody else. */
class LenienceTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String OLD_MESSAGE =
      """
      <xd:wohnsitz.ummeldung.antrag.0100 xmlns:xd="urn:amtsbote:standard:xdemo_1.0">
        <nachrichtenkopf>
          <identifikation.nachricht>
            <nachrichtenUUID>00000064-0001-4000-8000-000000000001</nachrichtenUUID>
          </identifikation.nachricht>
          <autor><behoerdenkennung>
            <praefix><code>prt</code></praefix><kennung><code>99000001</code></kennung>
          </behoerdenkennung></autor>
        </nachrichtenkopf>
      </xd:wohnsitz.ummeldung.antrag.0100>
      """;

  private static Xoev xoev;
  private static Clock clock;

  @TempDir static Path standards;
  @TempDir Path folder;

  @BeforeAll
  static void installStandards() {
    XDemo.installInto(standards);
    clock = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    xoev = Xoev.open(standards, clock);
  }

  @Test
  void encodedMessageOfAPartnerWhoMay_isDecoded() throws Exception {
    var seen = lenience("{double-base64: true}").readable(encoded(), DAY);

    assertThat(seen).isPresent();
    assertThat(seen.get().tolerance().tolerated()).containsExactly(Quirk.DOUBLE_BASE64);
    try (var in = seen.get().tolerance().content().open()) {
      assertThat(in.readAllBytes()).isEqualTo(plain());
    }
  }

  @Test
  void encodedMessageOfAPartnerWhoMayNot_isNotTaken() throws Exception {
    assertThat(lenience("{leading-blanks: true}").readable(encoded(), DAY)).isEmpty();
  }

  @Test
  void encodedMessageOfAStranger_isNotTaken() throws Exception {
    assertThat(new Lenience(xoev, () -> Directory.EMPTY).readable(encoded(), DAY)).isEmpty();
  }

  @Test
  void garbage_isNotTakenFromAnybody() throws Exception {
    var garbage = Content.of("QUFBQUFB".getBytes(StandardCharsets.US_ASCII));

    assertThat(lenience("{double-base64: true}").readable(garbage, DAY)).isEmpty();
  }

  @Test
  void oldHeaderOfAPartnerWhoMay_isRead() throws Exception {
    var seen = lenience("{old-header: nachrichtenkopf}").withHeader(old(), old(), known(old()));

    assertThat(seen.header())
        .hasValueSatisfying(it -> assertThat(it.author().key()).isEqualTo("prt:99000001"));
    assertThat(seen.tolerance().tolerated()).containsExactly(Quirk.OLD_HEADER);
  }

  @Test
  void oldHeaderOfAPartnerWhoMayNot_isNotRead() throws Exception {
    var seen = lenience("{double-base64: true}").withHeader(old(), old(), known(old()));

    assertThat(seen.tolerance().tolerated()).isEmpty();
  }

  private static Dispatch.Known known(Content content) throws IOException {
    return (Dispatch.Known) xoev.dispatch(content, DAY);
  }

  private static Content old() {
    return Content.of(OLD_MESSAGE.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] plain() throws IOException {
    try (var in = XDemo.sample("1.0", "0100/minimal.xml").open()) {
      return in.readAllBytes();
    }
  }

  private static Content encoded() throws IOException {
    return Content.of(Base64.getMimeEncoder().encode(plain()));
  }

  /** Knows the author of the samples, with these quirks. */
  private Lenience lenience(String quirks) throws Exception {
    var pki = TestPki.root("Muster-CA");
    Files.write(folder.resolve("a.cer"), pki.reader("a").certificate().getEncoded());
    var file =
        Files.writeString(
            folder.resolve("directory.yaml"),
            """
            intermediaries:
              knoten: {url: "http://localhost/", cipher-certificate: a.cer, signature-certificate: a.cer}
            quirks:
              alt: %s
            partners:
              portal:
                readers: ["prt:99000001"]
                quirks: alt
                osci: {intermediary: knoten, cipher-certificate: a.cer}
            """
                .formatted(quirks));
    var directory = DirectoryReader.read(file, Clock.systemUTC()).directory();
    return new Lenience(xoev, () -> directory);
  }
}
