package de.amtsbote.osci.wire;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.model.ChunkInformation;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other schemas, other libraries and other standards let a peer write, and we do not. */
class OlderNotationTest {

  private static final String NEW_NAMES = "(</?)osci2017:";

  private final Wire wire = new Wire();

  private IncomingMessage read(
      OutgoingMessage message, OrderSecurity security, UnaryOperator<String> change)
      throws IOException {
    String text = new String(wire.compose(message, security), StandardCharsets.ISO_8859_1);
    String changed = change.apply(text);
    assertThat(changed).isNotEqualTo(text);
    return wire.read(changed.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static OutgoingMessage sample(MessageType type) {
    return Samples.all().stream().filter(m -> m.type() == type).findFirst().orElseThrow();
  }

  private static OutgoingMessage plain() {
    return Samples.store(ContentPackage.of(Samples.container().build()));
  }

  @ParameterizedTest
  @EnumSource(names = {"PARTIAL_STORE_DELIVERY", "PARTIAL_FETCH_DELIVERY"})
  void chunkOrderInTheNameSpaceOfTheStandard_isRead(MessageType type) throws IOException {
    OutgoingMessage message = sample(type);

    try (IncomingMessage read =
        read(message, OrderSecurity.NONE, t -> t.replaceAll(NEW_NAMES, "$1osci:"))) {
      assertThat(read.type()).isEqualTo(type);
      assertThat(read.order().chunk()).isEqualTo(message.order().chunk());
    }
  }

  @Test
  void featuresInTheNameSpaceOfTheStandard_areRead() throws IOException {
    try (IncomingMessage read =
        read(plain(), OrderSecurity.NONE, t -> t.replaceAll(NEW_NAMES, "$1osci:"))) {
      assertThat(read.features().orElseThrow().supports("OAEPEncryption")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"soapMessageFault.xsd", "http://schemas.xmlsoap.org/soap/envelope/", "fault.xsd"})
  void faultThatNamesASchema_isRead(String schema) throws IOException {
    String location =
        "<soap:Envelope xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:schemaLocation=\""
            + "http://schemas.xmlsoap.org/soap/envelope/ "
            + schema
            + "\"";

    try (IncomingMessage read =
        read(
            sample(MessageType.SOAP_FAULT),
            OrderSecurity.NONE,
            t -> t.replaceFirst("<soap:Envelope", location))) {
      assertThat(read.type()).isEqualTo(MessageType.SOAP_FAULT);
      assertThat(read.order().fault().code()).isEqualTo("9400");
    }
  }

  @Test
  void lastLineWithoutItsEnd_isRead() throws IOException {
    try (IncomingMessage read = read(plain(), OrderSecurity.NONE, String::stripTrailing)) {
      assertThat(read.order().messageId()).isEqualTo(Samples.ID);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "This is a message in MIME format.\r\n", "a\n--b\r\n\r\n"})
  void whateverStandsBeforeTheFirstBoundary_isPassedOver(String preamble) throws IOException {
    try (IncomingMessage read =
        read(
            plain(),
            OrderSecurity.NONE,
            t -> t.replaceFirst("\r\n\r\n--", "\r\n\r\n" + preamble + "\r\n--"))) {
      assertThat(read.open(List.of()).containers()).hasSize(1);
    }
  }

  @Test
  void namesOfKeys_areReadPast() throws IOException {
    String name = "<ds:KeyName>k</ds:KeyName>";
    try (IncomingMessage read =
        read(
            Samples.store(),
            OrderSecurity.NONE,
            t ->
                t.replace(
                        "</xenc:EncryptedKey>",
                        "<xenc:CarriedKeyName>k</xenc:CarriedKeyName></xenc:EncryptedKey>")
                    .replace("<ds:KeyInfo>", "<ds:KeyInfo>" + name))) {
      assertThat(read.open(List.of(Parties.ADDRESSEE_CIPHER)).containers()).hasSize(1);
    }
  }

  @Test
  void subjectBesideACertificate_isReadPast() throws IOException {
    try (IncomingMessage read =
        read(
            plain(),
            OrderSecurity.NONE,
            t ->
                t.replace(
                    "<ds:X509Data>",
                    "<ds:X509Data><ds:X509SubjectName>CN=x</ds:X509SubjectName>"))) {
      assertThat(read.certificates().addresseeCipher())
          .contains(Parties.ADDRESSEE_CIPHER.certificate());
    }
  }

  /** Libraries write -1 where they have no number, and lists as their language prints them. */
  @Test
  void numbersThatAreNone_areRead() throws IOException {
    try (IncomingMessage read =
        read(
            sample(MessageType.RESPONSE_TO_PARTIAL_STORE_DELIVERY),
            OrderSecurity.NONE,
            t ->
                t.replace("ChunkNumber=\"7\"", "ChunkNumber=\" -1 \"")
                    .replace("TotalChunkNumbers=\"7\"", "TotalChunkNumbers=\"+7\"")
                    .replace("ReceivedChunks=\"1 2 7\"", "ReceivedChunks=\"[1, 2, 7]\""))) {
      assertThat(read.order().chunk())
          .isEqualTo(new ChunkInformation(-1L, null, 7L, null, List.of(1L, 2L, 7L)));
    }
  }
}
