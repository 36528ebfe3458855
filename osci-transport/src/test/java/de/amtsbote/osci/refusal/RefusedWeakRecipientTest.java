package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.EncryptedContainer;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.OrderSecurity;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing is encrypted for a key that others can break, or that cannot open it. */
class RefusedWeakRecipientTest {

  private static final SoftwareKeys SHORT = shortKey();

  private static SoftwareKeys shortKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(1024);
      return Parties.keys("short", generator.generateKeyPair(), "SHA256withRSA");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OsciException refusal(ContentPackage content, OrderSecurity security) {
    MessageComposer composer =
        new MessageComposer(Spool.temporary(), AlgorithmPolicy.legacyPartner());
    return catchThrowableOfType(
        OsciException.class, () -> composer.compose(Samples.store(content), security));
  }

  private static ContentPackage forReader(SoftwareKeys reader) {
    RoleCertificate certificate =
        RoleCertificate.of(Role.ADDRESSEE, Usage.CIPHER, reader.certificate());
    ContentContainer container = ContentContainer.builder("c").data("d", Samples.PAYLOAD).build();
    return ContentPackage.of(new EncryptedContainer("e", container, List.of(certificate)));
  }

  @Test
  void messageForAShortKey_isNotWritten() {
    OsciException refusal =
        refusal(ContentPackage.EMPTY, new OrderSecurity(null, SHORT.certificate()));

    assertThat(refusal.rule()).isEqualTo(Rule.ALGORITHM_REFUSED_TRANSPORT);
    assertThat(refusal.error().isPermanent()).isTrue();
  }

  @Test
  void contentForAShortKey_isNotWritten() {
    OsciException refusal = refusal(forReader(SHORT), OrderSecurity.NONE);

    assertThat(refusal.rule()).isEqualTo(Rule.ALGORITHM_REFUSED_CONTENT);
  }

  @Test
  void contentForAKeyThatOnlySigns_isNotWritten() {
    OsciException refusal = refusal(forReader(Parties.EC_AUTHOR), OrderSecurity.NONE);

    assertThat(refusal.rule()).isEqualTo(Rule.ALGORITHM_REFUSED_CONTENT);
    assertThat(refusal.error().isPermanent()).isTrue();
  }
}
