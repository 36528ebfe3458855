package de.amtsbote.osci.wire;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.testing.Schemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** What the composer writes is valid by the official schemas. */
class SchemaTest {

  private final Wire wire = new Wire();

  static List<OutgoingMessage> messages() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void plainMessage_isValid(OutgoingMessage message) throws IOException {
    byte[] envelope = envelope(wire.compose(message, OrderSecurity.NONE));

    assertThatCode(() -> Schemas.validate(schemaFile(message), envelope))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void signedMessage_isValid(OutgoingMessage message) throws IOException {
    OrderSecurity signed = new OrderSecurity(Samples.fullSecurity(message).signer(), null);
    byte[] envelope = envelope(wire.compose(message, signed));

    assertThatCode(() -> Schemas.validate(schemaFile(message), envelope))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void encryptedMessage_isValid(OutgoingMessage message) throws IOException {
    byte[] envelope = envelope(wire.compose(message, Samples.fullSecurity(message)));
    String schema =
        message.type() == MessageType.SOAP_FAULT ? schemaFile(message) : "soapMessageEncrypted.xsd";

    assertThatCode(() -> Schemas.validate(schema, envelope)).doesNotThrowAnyException();
  }

  @Test
  void bodyWithoutId_isNoticed() throws IOException {
    byte[] envelope = envelope(wire.compose(Samples.store(), OrderSecurity.NONE));
    String damaged = new String(envelope, StandardCharsets.UTF_8).replace(" Id=\"body\"", "");

    assertThatThrownBy(
            () ->
                Schemas.validate(
                    MessageType.STORE_DELIVERY.schemaFile(),
                    damaged.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(SAXException.class);
  }

  private static String schemaFile(OutgoingMessage message) {
    return message.type() == MessageType.SOAP_FAULT
        ? "soapMessageFault.xsd"
        : message.type().schemaFile();
  }

  private static byte[] envelope(byte[] message) {
    String text = new String(message, StandardCharsets.ISO_8859_1);
    int start = text.indexOf("<soap:Envelope");
    int end = text.indexOf("</soap:Envelope>") + "</soap:Envelope>".length();
    return Arrays.copyOfRange(message, start, end);
  }
}
