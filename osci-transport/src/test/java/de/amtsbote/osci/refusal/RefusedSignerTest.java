package de.amtsbote.osci.refusal;

import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;

/** Somebody signs who must not. */
class RefusedSignerTest {

  private final Attack attack = new Attack();

  private static byte[] asAnother(byte[] message, String otherId) {
    return Attack.edit(
        message,
        t ->
            t.replaceFirst(
                "<ds:RetrievalMethod URI=\"#originator_signature_[0-9a-f]*\"",
                "<ds:RetrievalMethod URI=\"#" + otherId + "\""));
  }

  @Test
  void certificateThatIsNotThere_isRefused() throws IOException {
    attack.assertRefused(
        asAnother(attack.message(Attack.plain(), Attack.SIGNED), "nobody"), Rule.ORDER_SIGNER);
  }

  @Test
  void cipherCertificateAsSigner_isRefused() throws IOException {
    attack.assertRefused(
        asAnother(attack.message(Attack.plain(), Attack.SIGNED), Parties.ADDRESSEE.id()),
        Rule.ORDER_SIGNER);
  }

  @Test
  void otherAuthorAsSignerOfTheOrder_isRefused() throws IOException {
    String author = Parties.delivery().all(Role.OTHER_AUTHOR, Usage.SIGNATURE).get(0).id();

    attack.assertRefused(
        asAnother(attack.message(Attack.plain(), Attack.SIGNED), author), Rule.ORDER_SIGNER);
  }

  @Test
  void shortKey_isRefused() throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    SoftwareKeys small = Parties.keys("small", generator.generateKeyPair(), "SHA256withRSA");
    OutgoingMessage honest = Samples.store(Attack.plain());
    OutgoingMessage message =
        OutgoingMessage.of(honest.type(), honest.control())
            .order(honest.order())
            .certificates(
                RoleCertificates.builder()
                    .add(Role.ORIGINATOR, Usage.SIGNATURE, small.certificate())
                    .add(Parties.ADDRESSEE)
                    .build())
            .build();

    attack.assertRefused(
        attack.message(message, new OrderSecurity(small, null)), Rule.ALGORITHM_REFUSED_SIGNATURE);
  }
}
