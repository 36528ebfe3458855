package de.amtsbote.xoev.bindings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.Shared;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.bindings.g2g.NachrichtenkopfG2G;
import de.amtsbote.xoev.bindings.g2g.ObjectFactory;
import de.amtsbote.xoev.bindings.xdemo11.VorgangBescheid0930;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.validation.ValidationOptions;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BindingsTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static Stream<Arguments> validSamples() {
    return XDemo.VERSIONS.stream()
        .flatMap(
            version ->
                XDemo.samples(version).stream()
                    .filter(XDemo.Sample::valid)
                    .map(s -> Arguments.of(version + "/" + s.name(), s.content())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("validSamples")
  void messageReadAndWrittenAgain_saysTheSame(String name, Content message) throws Exception {
    Object read = Bindings.read(message, classOf(message));

    Bindings.write(read, out);

    Content written = Content.of(out.toByteArray());
    assertThat(header(written)).isEqualTo(header(message));
    assertThat(codes(written)).isEqualTo(codes(message));
    assertThat(Bindings.read(written, classOf(message))).usingRecursiveComparison().isEqualTo(read);
  }

  @Test
  void fieldsOfAMessage_haveTheNamesOfTheStandard() throws IOException {
    var message = Bindings.read(XDemo.sample("1.1", "0930/full.xml"), VorgangBescheid0930.class);

    assertThat(message.getNachrichtenkopfG2G().getLeser().getKennung()).isEqualTo("prt:99000001");
    assertThat(message.getEntscheidung()).isEqualTo("teilweise");
    assertThat(message.getBescheid())
        .singleElement()
        .extracting("dateiname")
        .isEqualTo("bescheid-1.pdf");
    assertThat(message.getStandard()).isEqualTo("XDemo");
  }

  @Test
  void headerFromAuthorityToAuthority_isReadAndWritten() throws IOException {
    Path story = Shared.standard("xbau-2.6").resolve("samples/story");
    Content message = Content.of(story.resolve("2_eingangsbestaetigung.1120.xml"));

    var header = Bindings.readHeader(message, NachrichtenkopfG2G.class);
    Bindings.write(new ObjectFactory().createNachrichtenkopfG2G(header), out);
    var again = Bindings.readHeader(Content.of(out.toByteArray()), NachrichtenkopfG2G.class);

    assertThat(header.getLeser().getVerzeichnisdienst().getCode()).isEqualTo("DVDV");
    assertThat(header.getIdentifikationNachricht().getNachrichtentyp().getCode()).isEqualTo("1120");
    assertThat(again).usingRecursiveComparison().isEqualTo(header);
  }

  @Test
  void qualifiedHeader_isReadLikeAnUnqualifiedOne() throws IOException {
    String qualified =
        """
        <x:a.b.0001 xmlns:x="urn:x"><g:nachrichtenkopf.g2g xmlns:g="http://xoev.de/schemata/basisnachricht/g2g/1_1">
          <g:identifikation.nachricht><g:nachrichtenUUID>u</g:nachrichtenUUID>
            <g:nachrichtentyp listURI="l"><code>0001</code></g:nachrichtentyp>
            <g:erstellungszeitpunkt>2026-11-02T09:15:00Z</g:erstellungszeitpunkt></g:identifikation.nachricht>
          <g:leser><g:kennung>ags:1</g:kennung></g:leser></g:nachrichtenkopf.g2g><rest/><broken
        """;

    var header =
        Bindings.readHeader(
            Content.of(qualified.getBytes(StandardCharsets.UTF_8)), NachrichtenkopfG2G.class);

    assertThat(header.getIdentifikationNachricht().getNachrichtentyp().getListURI()).isEqualTo("l");
    assertThat(header.getLeser().getKennung()).isEqualTo("ags:1");
  }

  @Test
  void messageOfAnotherType_isRefused() {
    Content other = XDemo.sample("1.1", "0100/minimal.xml");

    assertThatThrownBy(() -> Bindings.read(other, VorgangBescheid0930.class))
        .isInstanceOf(XoevException.class)
        .hasMessageContaining("XOEV-E020");
  }

  @Test
  void externalEntity_isNotOpened() {
    Content evil =
        Content.of(
            "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>"
                .getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Bindings.read(evil, VorgangBescheid0930.class))
        .isInstanceOf(XoevException.class);
    assertThatThrownBy(() -> Bindings.readHeader(evil, NachrichtenkopfG2G.class))
        .isInstanceOf(XoevException.class);
  }

  private static Class<?> classOf(Content message) throws Exception {
    var known = (Dispatch.Known) Demo.xoev().dispatch(message);
    String name =
        Arrays.stream(known.root().name().split("\\."))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    String version = known.standard().version().replace(".", "");
    return Class.forName("de.amtsbote.xoev.bindings.xdemo" + version + "." + name);
  }

  private static XoevHeader header(Content message) throws IOException {
    return Demo.xoev().header(message).orElseThrow();
  }

  private static List<String> codes(Content message) throws IOException {
    return Demo.validate(message, ValidationOptions.ALL).findings().stream()
        .map(Finding::code)
        .toList();
  }
}
