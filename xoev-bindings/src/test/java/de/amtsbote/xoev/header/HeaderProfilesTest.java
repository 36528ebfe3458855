package de.amtsbote.xoev.header;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Party;
import de.amtsbote.xoev.XoevHeader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The six profiles, each on messages of the kinds it is made for. */
class HeaderProfilesTest {

  private static final String UUID = "7b0e1e14-dc47-4a81-9806-a24d02603a08";
  private static final String IDENTITY =
      """
      <identifikation.nachricht><nachrichtenUUID>%s</nachrichtenUUID>
        <nachrichtentyp listURI="urn:l" listVersionID="1"><code>0200</code></nachrichtentyp>
        <erstellungszeitpunkt>2026-11-02T09:15:00+01:00</erstellungszeitpunkt>
      </identifikation.nachricht>
      """
          .formatted(UUID);
  private static final String G2G =
      """
      <a.b.0200 xmlns="urn:x" produkt="P" produktversion="2" produkthersteller="H" standard="XTest"
          version="1.2" test="100">
        <nachrichtenkopf.g2g%s>%s
          <leser><verzeichnisdienst><code>DVDV</code></verzeichnisdienst><kennung>ags:1</kennung><name>L</name></leser>
          <autor><verzeichnisdienst><code>SAFE</code></verzeichnisdienst><kennung>psw:2</kennung><name>A</name></autor>
          <referenzUUID>%s</referenzUUID><dvdvDienstkennung>urn:dienst</dvdvDienstkennung>
        </nachrichtenkopf.g2g>
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {"", " xmlns=''", " xmlns='http://xoev.de/schemata/basisnachricht/g2g/1_1'"})
  void g2g_isReadQualifiedAndUnqualified(String namespace) {
    XoevHeader header = read("g2g", G2G.formatted(namespace, IDENTITY, UUID) + "</a.b.0200>");

    assertThat(header)
        .isEqualTo(
            new XoevHeader(
                "XTest",
                "1.2",
                "0200",
                UUID,
                "2026-11-02T09:15:00+01:00",
                new Party("SAFE", "psw:2", "A"),
                new Party("DVDV", "ags:1", "L"),
                UUID,
                "urn:dienst",
                "100",
                "P 2",
                "H"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"g2b", "g2c", "b2g", "c2g"})
  void headersBetweenOthersThanAuthorities_areReadLikeIt(String kind) {
    String message = G2G.formatted("", IDENTITY, UUID).replace(".g2g", "." + kind) + "</a.b.0200>";

    assertThat(read("g2g", message)).isEqualTo(read("g2g", message.replace("." + kind, ".g2g")));
  }

  @Test
  void nothingBehindTheHeader_isLookedAt() {
    String broken = G2G.formatted("", IDENTITY, UUID) + "<unclosed <&nix; \u0000";

    assertThat(read("g2g", broken).messageUuid()).isEqualTo(UUID);
  }

  @Test
  void nachrichtenkopf_isReadWithKeysAsCodes() {
    XoevHeader header =
        read(
            "nachrichtenkopf",
            """
            <n:gewerbe.anmeldung.0200 xmlns:n="urn:alt" produkt="P" standard="XAlt" version="2.2">
              <n:nachrichtenkopf xmlns="urn:alt">
            """
                + IDENTITY
                + """
                <leser>
                  <behoerdenkennung><praefix><code>ags</code></praefix>
                    <kennung listURI="urn:k" listVersionID="9"><code>05315000</code></kennung></behoerdenkennung>
                  <erreichbarkeit><kanal><code>01</code></kanal><kennung>a@b.example</kennung></erreichbarkeit>
                  <behoerdenname>Gewerbeamt</behoerdenname>
                </leser>
                <autor><behoerdenkennung><praefix><code>ihk</code></praefix><kennung><code>77</code></kennung>
                  </behoerdenkennung><behoerdenname>Kammer</behoerdenname></autor>
                <referenzUUID>r</referenzUUID></n:nachrichtenkopf></n:gewerbe.anmeldung.0200>
                """);

    assertThat(header.reader()).isEqualTo(new Party("", "ags:05315000", "Gewerbeamt"));
    assertThat(header.author()).isEqualTo(new Party("", "ihk:77", "Kammer"));
    assertThat(header.messageUuid()).isEqualTo(UUID);
    assertThat(header.messageType()).isEqualTo("0200");
    assertThat(header.version()).isEqualTo("2.2");
    assertThat(header.reference()).isEqualTo("r");
  }

  @Test
  void nachrichtenkopfOfDerivedType_isReadWithPlainKeys() {
    XoevHeader header =
        read(
            "nachrichtenkopf",
            """
            <b:antrag.0200 xmlns:b="urn:bau" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <nachrichtenkopf xsi:type="b:Nachrichtenkopf.G2G">
            """
                + IDENTITY
                + "<leser><kennung>ags:1</kennung><name>L</name></leser>"
                + "<autor><kennung>psw:2</kennung><name>A</name></autor></nachrichtenkopf></b:antrag.0200>");

    assertThat(header.reader()).isEqualTo(new Party("", "ags:1", "L"));
    assertThat(header.author().prefix()).isEqualTo("psw");
  }

  @Test
  void xdomea3_isReadFromItsKopf() {
    XoevHeader header =
        read(
            "xdomea",
            """
            <x:Aussonderung.Anbieteverzeichnis.0501 xmlns:x="urn:d"><x:Kopf>
              <x:ProzessID>%s</x:ProzessID>
              <x:Nachrichtentyp listURI="urn:l" listVersionID="2.0"><code>0501</code></x:Nachrichtentyp>
              <x:Erstellungszeitpunkt>2026-11-02T09:15:00</x:Erstellungszeitpunkt>
              <x:Absender>
                <x:Behoerdenkennung><x:Praefix><code>bbe</code></x:Praefix>
                  <x:Behoerdenschluessel listURI="u" listVersionID="1"><code>12</code></x:Behoerdenschluessel></x:Behoerdenkennung>
                <x:Institution><x:Name>Amt</x:Name></x:Institution></x:Absender>
              <x:Empfaenger><x:Institution><x:Name>Archiv</x:Name></x:Institution></x:Empfaenger>
              <x:SendendesSystem><x:Produktname>DMS</x:Produktname><x:Version>7</x:Version></x:SendendesSystem>
            </x:Kopf></x:Aussonderung.Anbieteverzeichnis.0501>
            """
                .formatted(UUID));

    assertThat(header.reference()).isEqualTo(UUID);
    assertThat(header.messageType()).isEqualTo("0501");
    assertThat(header.author()).isEqualTo(new Party("", "bbe:12", "Amt"));
    assertThat(header.reader().name()).isEqualTo("Archiv");
    assertThat(header.product()).isEqualTo("DMS 7");
    assertThat(header.createdAt()).isPresent();
  }

  @Test
  void xdomea4_hasAUuidForEachMessageOfAProcess() {
    XoevHeader header =
        read(
            "xdomea",
            "<x:Abgabe.Abgabe.0401 xmlns:x='urn:d4' standard='xdomea' version='4.0.0'><x:nachrichtenkopf>"
                + IDENTITY
                + "<leser><kennung>ags:1</kennung><name>L</name></leser><autor><kennung>ags:2</kennung></autor>"
                + "<x:ProzessID>p</x:ProzessID></x:nachrichtenkopf></x:Abgabe.Abgabe.0401>");

    assertThat(header.messageUuid()).isEqualTo(UUID);
    assertThat(header.reference()).isEqualTo("p");
    assertThat(header.reader().key()).isEqualTo("ags:1");
    assertThat(header.version()).isEqualTo("4.0.0");
  }

  @Test
  void xjustiz_saysItsVersionInTheHeader() {
    XoevHeader header =
        read(
            "xjustiz",
            """
            <t:nachricht.gds.basisnachricht.0005006 xmlns:t="http://j.example">
              <t:nachrichtenkopf xjustizVersion="3.6.2">
                <t:erstellungszeitpunkt>2026-11-02T09:15:00Z</t:erstellungszeitpunkt>
                <t:absender><t:informationen><t:auswahl_kommunikationspartner><t:sonstige>Kanzlei</t:sonstige>
                  </t:auswahl_kommunikationspartner></t:informationen><t:eigeneNachrichtenID>%s</t:eigeneNachrichtenID></t:absender>
                <t:empfaenger><t:informationen><t:auswahl_kommunikationspartner>
                  <t:gericht listURI="u" listVersionID="1"><code>K1101</code></t:gericht></t:auswahl_kommunikationspartner></t:informationen>
                  <t:fremdeNachrichtenID>f</t:fremdeNachrichtenID></t:empfaenger>
                <t:herstellerinformation><t:nameDesProdukts>P</t:nameDesProdukts>
                  <t:herstellerDesProdukts>H</t:herstellerDesProdukts><t:version>9</t:version></t:herstellerinformation>
              </t:nachrichtenkopf></t:nachricht.gds.basisnachricht.0005006>
            """
                .formatted(UUID));

    assertThat(header.version()).isEqualTo("3.6.2");
    assertThat(header.messageUuid()).isEqualTo(UUID);
    assertThat(header.reference()).isEqualTo("f");
    assertThat(header.reader().key()).isEqualTo("K1101");
    assertThat(header.author().name()).isEqualTo("Kanzlei");
    assertThat(header.product()).isEqualTo("P 9");
    assertThat(header.manufacturer()).isEqualTo("H");
  }

  @Test
  void elements_areReadFromAHeaderWithoutAttributes() {
    XoevHeader header =
        read(
            "elements",
            """
            <g:steuerbescheid.0001 xmlns:g="urn:g"><g:nachrichtenkopf><g:nachrichtenID>n-1</g:nachrichtenID>
              <g:zeitstempel>2026-11-02T09:15:00Z</g:zeitstempel><g:nameStandard>XSteuer</g:nameStandard>
              <g:versionStandard>1.4</g:versionStandard><g:fachverfahren><g:name>F</g:name></g:fachverfahren>
              </g:nachrichtenkopf></g:steuerbescheid.0001>
            """);

    assertThat(header.messageUuid()).isEqualTo("n-1");
    assertThat(header.standard()).isEqualTo("XSteuer");
    assertThat(header.version()).isEqualTo("1.4");
    assertThat(header.messageType()).isEqualTo("0001");
    assertThat(header.product()).isEqualTo("F");
    assertThat(header.createdAt()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nachrichtID", "nachrichtenID"})
  void elements_areReadFromTheSmallHeaderOfDescriptions(String id) {
    XoevHeader header =
        read(
            "elements",
            "<d:xd.datenfelder.0102 xmlns:d='urn:d'><d:header><d:"
                + id
                + ">4711</d:"
                + id
                + "><d:erstellungszeitpunkt>2026-11-02T09:15:00Z</d:erstellungszeitpunkt></d:header>"
                + "</d:xd.datenfelder.0102>");

    assertThat(header.messageUuid()).isEqualTo("4711");
    assertThat(header.created()).isEqualTo("2026-11-02T09:15:00Z");
  }

  @Test
  void none_readsNothing() {
    assertThat(reader("none").read(content("<a/>"))).isEmpty();
    assertThat(reader("none").expectsHeader()).isFalse();
  }

  @Test
  void messageWithoutTheHeaderOfItsProfile_hasNone() {
    assertThat(reader("g2g").read(content("<a.b.0200><c/></a.b.0200>")))
        .isEqualTo(Optional.empty());
  }

  private static XoevHeader read(String profile, String message) {
    return reader(profile).read(content(message)).orElseThrow();
  }

  private static HeaderReader reader(String profile) {
    return new HeaderReader(Demo.xoev().catalog().get("xdemo", "1.0").manifest(), profile);
  }

  private static Content content(String message) {
    return Content.of(message.getBytes(StandardCharsets.UTF_8));
  }
}
