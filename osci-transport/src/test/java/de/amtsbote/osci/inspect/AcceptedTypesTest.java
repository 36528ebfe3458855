package de.amtsbote.osci.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.testing.Inspected;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Honest messages of every type are accepted, with all protection and with none. */
class AcceptedTypesTest {

  private static final InspectOptions KEYS =
      Inspected.OPTIONS.keys(List.of(Parties.INTERMEDIARY_CIPHER, Parties.ADDRESSEE_CIPHER));

  static List<OutgoingMessage> messages() {
    return Samples.all();
  }

  private static void assertAccepted(OutgoingMessage message, OrderSecurity security)
      throws IOException {
    Map<String, Object> tree = Inspected.json(Inspected.octets(message, security), KEYS);

    assertThat(tree)
        .containsEntry("rejectReason", null)
        .containsEntry("verdict", "accept")
        .containsEntry("messageType", message.type().elementName());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void messageWithoutProtection_isAccepted(OutgoingMessage message) throws IOException {
    assertAccepted(message, OrderSecurity.NONE);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void signedAndEncryptedMessage_isAccepted(OutgoingMessage message) throws IOException {
    assertAccepted(message, Samples.fullSecurity(message));
  }
}
