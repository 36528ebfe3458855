package de.amtsbote.osci.wire;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything the composer can make, the reader opens. */
class RoundTripTest {

  private final Wire wire = new Wire();

  static List<OutgoingMessage> messages() {
    return Samples.all();
  }

  @Test
  void samples_haveEachTypeOfMessage() {
    assertThat(messages()).extracting(OutgoingMessage::type).contains(MessageType.values());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void unprotectedMessage_isReadAsItWasMeant(OutgoingMessage message) throws IOException {
    try (IncomingMessage read = wire.read(wire.compose(message, OrderSecurity.NONE))) {
      assertSame(read, message);
      assertThat(read.orderSignature()).isEmpty();
      assertThat(read.transport()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void signedAndEncryptedMessage_isReadAsItWasMeant(OutgoingMessage message) throws IOException {
    OrderSecurity security = Samples.fullSecurity(message);

    try (IncomingMessage read = wire.read(wire.compose(message, security))) {
      assertSame(read, message);
      boolean fault = message.type() == MessageType.SOAP_FAULT;
      assertThat(read.orderSignature().isPresent()).isNotEqualTo(fault);
      assertThat(read.transport().isPresent()).isNotEqualTo(fault);
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void composedMessage_knowsItsLengthAndCanBeReadTwice(OutgoingMessage message) throws IOException {
    MessageComposer composer = new MessageComposer(Spool.temporary(), AlgorithmPolicy.standard());

    try (ComposedMessage composed = composer.compose(message, Samples.fullSecurity(message))) {
      ByteArrayOutputStream first = new ByteArrayOutputStream();
      composed.writeTo(first);
      try (InputStream second = composed.open()) {
        assertThat(second.readAllBytes()).isEqualTo(first.toByteArray());
      }
      assertThat(composed.length()).isEqualTo(first.size());
    }
  }

  @Test
  void delivery_isOpenedByTheAddressee() throws IOException {
    byte[] octets = wire.compose(Samples.store(), Samples.fullSecurity(Samples.store()));

    try (IncomingMessage read = wire.read(octets)) {
      OpenedContainer container =
          read.open(List.of(Parties.ADDRESSEE_CIPHER)).container("container0").orElseThrow();
      assertThat(Wire.octets(container, "content0")).isEqualTo(Samples.PAYLOAD);
      assertThat(Wire.octets(container, "content1")).isEqualTo(Samples.ATTACHMENT);
      assertThat(container.isSigned()).isTrue();
      assertThat(container.item("content1")).containsInstanceOf(OpenedItem.Attachment.class);
    }
  }

  @Test
  void storedDelivery_goesOnUnchangedAndStillVerifies() throws IOException {
    byte[] stored = wire.compose(Samples.store(), Samples.fullSecurity(Samples.store()));

    try (IncomingMessage taken = wire.read(stored)) {
      OutgoingMessage answer =
          Samples.all().stream()
              .filter(message -> message.type() == MessageType.RESPONSE_TO_FETCH_DELIVERY)
              .findFirst()
              .orElseThrow();
      OutgoingMessage forwarded =
          OutgoingMessage.of(answer.type(), answer.control())
              .order(answer.order())
              .certificates(answer.certificates())
              .headers(taken.headers())
              .content(taken.content())
              .build();
      try (IncomingMessage fetched =
          wire.read(wire.compose(forwarded, Samples.fullSecurity(forwarded)))) {
        OpenedContainer container =
            fetched.open(List.of(Parties.ADDRESSEE_CIPHER)).containers().get(0);
        assertThat(Wire.octets(container, "content1")).isEqualTo(Samples.ATTACHMENT);
        assertThat(container.isSigned()).isTrue();
        assertThat(fetched.headers()).isEqualTo(taken.headers());
      }
    }
  }

  @Test
  void foreignHeaderBlock_isCanonicalOnTheWire() throws IOException {
    String text =
        new String(wire.compose(Samples.store(), OrderSecurity.NONE), StandardCharsets.UTF_8);

    assertThat(text).contains("<m:Size a=\"2\" b=\"1\"></m:Size></m:MetaData>");
  }

  private static void assertSame(IncomingMessage read, OutgoingMessage message) {
    assertThat(read.type()).isEqualTo(message.type());
    assertThat(read.order()).isEqualTo(message.order());
    if (message.type() == MessageType.SOAP_FAULT) {
      return;
    }
    assertThat(read.control()).isEqualTo(message.control());
    assertThat(read.languages()).isEqualTo(message.languages());
    assertThat(read.qualities()).isEqualTo(message.qualities());
    assertThat(read.features().orElse(null)).isEqualTo(message.features());
    assertThat(read.headers()).extracting("id").isEqualTo(ids(message));
    assertThat(read.certificates().all())
        .containsExactlyInAnyOrderElementsOf(
            message.certificates().all().stream()
                .filter(certificate -> CertificateRules.mayStandIn(message.type(), certificate))
                .toList());
    assertThat(read.certificates().all()).extracting(RoleCertificate::id).doesNotHaveDuplicates();
    boolean empty = message.content().equals(ContentPackage.EMPTY);
    assertThat(read.content().elements().isEmpty()).isEqualTo(empty);
  }

  private static List<String> ids(OutgoingMessage message) {
    return message.headers().stream().map(header -> header.id()).toList();
  }
}
