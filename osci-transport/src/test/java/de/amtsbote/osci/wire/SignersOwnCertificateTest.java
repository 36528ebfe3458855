package de.amtsbote.osci.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.security.Certificates;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A signature may bring the signer's certificate instead of pointing to it (oscisig.xsd). */
class SignersOwnCertificateTest {

  private final Wire wire = new Wire();

  private byte[] message(OrderSecurity security, KeyOperations brought) throws IOException {
    String text =
        new String(
            wire.compose(Samples.store(ContentPackage.of(Samples.container().build())), security),
            StandardCharsets.ISO_8859_1);
    String keyInfo = "<ds:KeyInfo>" + Certificates.write(brought.certificate()) + "</ds:KeyInfo>";
    String changed = text.replaceFirst("<ds:KeyInfo>.*?</ds:KeyInfo>", keyInfo);
    assertThat(changed).isNotEqualTo(text);
    return changed.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void contentSignature_isVerifiedWithTheCertificateThatHasARole() throws IOException {
    byte[] octets = message(OrderSecurity.NONE, Parties.ORIGINATOR_SIGNATURE);

    try (IncomingMessage read = wire.read(octets)) {
      var facts = read.open(List.of()).containers().get(0).signatures().get(0);
      assertThat(facts.signer().id()).startsWith("originator_signature_");
    }
  }

  @Test
  void orderSignature_isVerifiedWithTheCertificateThatHasARole() throws IOException {
    OrderSecurity signed = new OrderSecurity(Parties.ORIGINATOR_SIGNATURE, null);

    try (IncomingMessage read = wire.read(message(signed, Parties.ORIGINATOR_SIGNATURE))) {
      assertThat(read.orderSignature().orElseThrow().signer().certificate())
          .isEqualTo(Parties.ORIGINATOR_SIGNATURE.certificate());
    }
  }

  @Test
  void certificateOfAnotherAuthor_doesNotSignOrders() throws IOException {
    OrderSecurity signed = new OrderSecurity(Parties.ORIGINATOR_SIGNATURE, null);
    byte[] octets = message(signed, Parties.EC_AUTHOR);

    var refusal = catchThrowableOfType(OsciException.class, () -> wire.read(octets));

    assertThat(refusal.rule()).isEqualTo(Rule.ORDER_SIGNER);
  }

  @Test
  void certificateWithoutARole_isNotTrustedForContent() throws IOException {
    byte[] octets = message(OrderSecurity.NONE, Parties.STRANGER_SIGNATURE);

    try (IncomingMessage read = wire.read(octets)) {
      var refusal = catchThrowableOfType(OsciException.class, () -> read.open(List.of()));
      assertThat(refusal.rule()).isEqualTo(Rule.CONTENT_SIGNER);
    }
  }
}
