package de.amtsbote.gateway.route.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.xoev.quirk.Quirk;
import de.amtsbote.xoev.quirk.QuirkProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdaptationTest {

  private static final Set<Quirk> ALL = EnumSet.allOf(Quirk.class);
  private static final QuirkProfile DEMANDING =
      new QuirkProfile(
          "demanding",
          Map.of(
              Quirk.WANTS_SCHEMA_LOCATION, "urn:x x.xsd", Quirk.WANTS_FILE_NAME, "nachricht.xml"));

  @Test
  void payloadForAPartnerWithoutQuirks_staysAsItIs() throws IOException {
    var payload = payload("<a xmlns='urn:x'/>");

    var adapted = Adaptation.of(payload, QuirkProfile.STRICT, ALL);

    assertThat(adapted.payload()).isSameAs(payload);
    assertThat(adapted.applied()).isEmpty();
  }

  @Test
  void partnerThatWantsASchemaLocation_getsIt() throws IOException {
    var adapted = Adaptation.of(payload("<a xmlns='urn:x'/>"), DEMANDING, ALL);

    assertThat(text(adapted)).contains("xsi:schemaLocation=\"urn:x x.xsd\"");
    assertThat(adapted.payload().seal()).as("size and digest are others now").isEmpty();
    assertThat(Adaptation.keys(adapted.applied()))
        .isEqualTo("wants-file-name, wants-schema-location");
  }

  @Test
  void partnerThatWantsAFileName_getsIt() throws IOException {
    var adapted =
        Adaptation.of(payload("<a xmlns='urn:x'/>"), DEMANDING, Set.of(Quirk.WANTS_FILE_NAME));

    assertThat(adapted.payload().name()).isEqualTo("nachricht.xml");
    assertThat(text(adapted)).isEqualTo("<a xmlns='urn:x'/>");
  }

  @Test
  void payloadWithoutARoot_cannotBeAdapted() {
    assertThatThrownBy(() -> Adaptation.of(payload("   "), DEMANDING, ALL))
        .extracting("code")
        .isEqualTo(ErrorCode.CONTENT_UNSUITABLE);
  }

  private static String text(Adaptation adapted) throws IOException {
    try (var in = adapted.payload().source().open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static RoutePart payload(String xml) {
    var bytes = xml.getBytes(StandardCharsets.UTF_8);
    return new RoutePart(
        "payload",
        "application/xml",
        Optional.of(new RoutePart.Seal(bytes.length, "00")),
        () -> new ByteArrayInputStream(bytes));
  }
}
