package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Somebody opens what is not for him. */
class RefusedWrongReaderTest {

  private final Attack attack = new Attack();

  @Test
  void stranger_opensNothing() throws IOException {
    attack
        .readerKey(Parties.STRANGER_CIPHER)
        .assertRefused(attack.message(Attack.encrypted(), Attack.SIGNED), Rule.CONTENT_NO_KEY);
  }

  @Test
  void strangersCertificateNamedAsReader_doesNotHelp() throws IOException {
    RoleCertificate stranger =
        new RoleCertificate(
            Role.ADDRESSEE,
            Usage.CIPHER,
            Parties.ADDRESSEE.id(),
            Parties.STRANGER_CIPHER.certificate());
    RoleCertificates certificates =
        RoleCertificates.builder().add(stranger).addAll(Parties.originator()).build();
    OutgoingMessage honest = Samples.store(Attack.encrypted());
    OutgoingMessage message =
        OutgoingMessage.of(honest.type(), honest.control())
            .order(honest.order())
            .certificates(certificates)
            .content(honest.content())
            .build();

    attack
        .readerKey(Parties.STRANGER_CIPHER)
        .assertRefused(attack.message(message, OrderSecurity.NONE), Rule.CONTENT_UNDECRYPTABLE);
  }
}
