package de.amtsbote.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testpki.TestPki;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DirectoryReaderTest {

  private static final TestPki PKI = TestPki.root("Test-CA");
  private static final TestIdentity READER = PKI.reader("leser");
  private static final TestIdentity SIGNER = PKI.signer("knoten");
  private static final String GOOD =
      """
      intermediaries:
        knoten:
          url: http://localhost:8080/osci/intermediary
          cipher-certificate: cipher.cer
          signature-certificate: signature.cer
      partners:
        meldebehoerde:
          name: Meldebehörde Musterstadt
          readers:
            - ags:99000001
          services:
            - ummeldung
          osci:
            intermediary: knoten
            cipher-certificate: cipher.cer
            container: XBAU_DATA
        gewerbeamt:
          readers: ["ags:99000001", "gwb:99000001"]
          services: [gewerbe]
          osci: {intermediary: knoten, cipher-certificate: cipher.cer}
      """;

  @TempDir private Path folder;
  private Clock clock;

  @BeforeEach
  void writeCertificates() throws Exception {
    Files.write(folder.resolve("cipher.cer"), READER.certificate().getEncoded());
    Files.write(folder.resolve("signature.cer"), SIGNER.certificate().getEncoded());
    clock = Clock.fixed(now(), ZoneOffset.UTC);
  }

  private static Instant now() {
    return READER.certificate().getNotBefore().toInstant().plusSeconds(60);
  }

  @Test
  void entry_isReadWithItsChannel() throws IOException {
    var partner = read(GOOD).directory().partner("meldebehoerde");

    assertThat(partner.osci().intermediary().name()).isEqualTo("knoten");
    assertThat(partner.osci().demands().container()).isEqualTo("XBAU_DATA");
    assertThat(partner.osci().cipherCertificate()).isEqualTo(READER.certificate());
  }

  @Test
  void entry_isReadWithItsDemandsAndLimits() throws IOException {
    var yaml =
        GOOD.replace(
            "container: XBAU_DATA\n",
            "addressee-certificate: signature.cer\n      encrypted: false\n      signed: false\n"
                + "      subject: Bauantrag\n      recipient: https://amt.example/osci\n"
                + "    limits: {size: 10MB, attachments: 3}\n");

    var partner = read(yaml).directory().partner("meldebehoerde");

    assertThat(partner.osci().demands())
        .isEqualTo(
            new Demands(
                "DATA", "MESSAGE", false, false, Optional.of("Bauantrag"), Optional.empty()));
    assertThat(partner.osci().addressee()).isEqualTo(SIGNER.certificate());
    assertThat(partner.osci().recipient()).contains(URI.create("https://amt.example/osci"));
    assertThat(partner.limits().bytes()).hasValue(10 * 1024 * 1024);
  }

  @Test
  void directory_thatIsRight_isNotComplainedAbout() throws IOException {
    assertThat(read(GOOD).findings()).isEmpty();
  }

  @Test
  void reader_isFoundByKeyAndService() throws IOException {
    var directory = read(GOOD).directory();

    assertThat(directory.lookup("ags:99000001", "gewerbe").name()).isEqualTo("gewerbeamt");
    assertThat(directory.lookup("gwb:99000001", null).name()).isEqualTo("gewerbeamt");
  }

  @Test
  void reader_withSeveralOffices_needsTheService() throws IOException {
    assertUnknown("ags:99000001", null, "several offices");
  }

  @Test
  void reader_nobodyKnows_isUnknown() throws IOException {
    assertUnknown("ags:00000000", null, "nobody is known");
  }

  @Test
  void service_thatNobodyOffers_isUnknown() throws IOException {
    assertUnknown("ags:99000001", "hund", "does not take messages for service");
  }

  private void assertUnknown(String reader, String service, String text) throws IOException {
    var directory = read(GOOD).directory();

    assertThatThrownBy(() -> directory.lookup(reader, service))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> {
              assertThat(it.code()).isEqualTo(ErrorCode.READER_UNKNOWN);
              assertThat(it.details()).contains(text);
            });
  }

  static Stream<Arguments> wrongDirectories() {
    return Stream.of(
        wrong("url: http://", "url: ftp://", 3, "url is missing"),
        wrong("cipher-certificate: cipher.cer\n    s", "s", 2, "cipher-certificate is missing"),
        wrong("intermediary: knoten\n", "intermediary: knote\n", 14, "'knote' is unknown"),
        wrong("cipher-certificate: cipher.cer\n      con", "con", 13, "is missing"),
        wrong("- ags:99000001", "- \"99000001\"", 9, "has no prefix"),
        wrong("XBAU_DATA", "1 2", 16, "cannot be an XML id"),
        wrong("    services:\n      - umm", "    servics:\n      - umm", 11, "has no 'servics'"),
        wrong("[gewerbe]", "[ummeldung]", 17, "reader 'ags:99000001' is taken"),
        wrong("  gewerbeamt:", "  meldebehoerde:", 17, "stands twice"),
        wrong("partners:", "partner:", 6, "has no 'partner'"),
        wrong("signature.cer", "nothere.cer", 5, "cannot be read"),
        wrong("signature.cer", "directory.yaml", 5, "is no certificate"),
        wrong("container: XBAU_DATA", "encrypted: maybe", 16, "true or false"),
        wrong("container: XBAU_DATA", "recipient: mailto:x", 16, "does not begin with http"),
        wrong("    osci:\n", "    limits: {size: large}\n    osci:\n", 13, "is no size"),
        wrong("    osci:\n", "    limits: {attachments: many}\n    osci:\n", 13, "is no number"),
        wrong("partners:", "partners: [", 8, "is no YAML"));
  }

  private static Arguments wrong(String good, String bad, int line, String text) {
    assertThat(GOOD).contains(good);
    return Arguments.of(GOOD.replaceFirst(Pattern.quote(good), bad), line, text);
  }

  @ParameterizedTest
  @MethodSource("wrongDirectories")
  void entry_thatIsWrong_isNamedWithLineAndReason(String yaml, int line, String text)
      throws IOException {
    var result = read(yaml);

    assertThat(result.isUsable()).isFalse();
    assertThat(result.findings())
        .anySatisfy(
            it -> {
              assertThat(it.line()).as(it.toString()).isEqualTo(line);
              assertThat(it.text()).contains(text);
            });
  }

  @Test
  void certificate_thatExpiresSoon_isWarnedAbout() throws IOException {
    var end = READER.certificate().getNotAfter().toInstant();
    clock = Clock.fixed(end.minus(Duration.ofDays(3)), ZoneOffset.UTC);

    var result = read(GOOD);

    assertThat(result.isUsable()).isTrue();
    assertThat(result.findings()).anyMatch(it -> it.text().contains("expires on"));
  }

  @Test
  void fileThatBecomesWrong_leavesWhatWasKnownInUse() throws IOException {
    read(GOOD);
    var directory = new LiveDirectory(folder.resolve("directory.yaml"), clock);

    read("partners: [");
    directory.refresh();

    assertThat(directory.get().partnerNames()).contains("gewerbeamt");
    assertThat(directory.findings()).isNotEmpty();
  }

  @Test
  void fileThatChanges_isTakenOver() throws IOException {
    read(GOOD);
    var directory = new LiveDirectory(folder.resolve("directory.yaml"), clock);

    read(GOOD.replace("gewerbeamt", "ordnungsamt"));
    directory.refresh();

    assertThat(directory.get().partnerNames()).contains("ordnungsamt");
  }

  private DirectoryReader.Result read(String yaml) throws IOException {
    var file = Files.writeString(folder.resolve("directory.yaml"), yaml);
    return DirectoryReader.read(file, clock);
  }
}
