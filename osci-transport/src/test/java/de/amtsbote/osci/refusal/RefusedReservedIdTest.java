package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Something in a delivery has an id that only the next message gives away: nobody could pass the
 * delivery on, or read what comes after it.
 */
class RefusedReservedIdTest {

  private static final String OF_THE_INTERMEDIARY =
      "intermed_signature_"
          + RoleCertificate.fingerprint(Parties.INTERMEDIARY_SIGNATURE.certificate());

  private final Attack attack = new Attack();

  private void assertRefused(String id, String other) throws IOException {
    attack.assertRefused(t -> t.replace("\"" + id + "\"", "\"" + other + "\""), Rule.STRUCTURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "responsetofetchdelivery",
        "acceptdelivery",
        "processdelivery",
        "responsetomediatedelivery",
        "suppliersignature",
        "intermediarycertificates"
      })
  void container_isRefused(String id) throws IOException {
    assertRefused("container0", id);
  }

  @Test
  void content_isRefused() throws IOException {
    assertRefused("content0", "responsetofetchdelivery");
  }

  @Test
  void contentNamedLikeTheCertificateOfTheIntermediary_isRefused() throws IOException {
    assertRefused("content0", OF_THE_INTERMEDIARY);
  }

  @Test
  void foreignHeader_isRefused() throws IOException {
    assertRefused("MetaData", "suppliersignature");
  }

  @Test
  void certificate_isRefused() throws IOException {
    assertRefused(Parties.READER.id(), OF_THE_INTERMEDIARY);
  }

  @Test
  void encryptedContainer_isRefused() throws IOException {
    attack.assertRefused(
        Attack.edit(
            attack.message(Attack.encrypted(), OrderSecurity.NONE),
            t -> t.replace("\"encrypted0\"", "\"responsetofetchdelivery\"")),
        Rule.STRUCTURE);
  }

  @Test
  void nothingLikeThat_isWritten() {
    ContentContainer container =
        ContentContainer.builder("body").data("content0", Samples.PAYLOAD).build();
    MessageComposer composer = new MessageComposer(Spool.temporary(), AlgorithmPolicy.standard());

    OsciException refusal =
        catchThrowableOfType(
            OsciException.class,
            () ->
                composer.compose(Samples.store(ContentPackage.of(container)), OrderSecurity.NONE));

    assertThat(refusal.rule()).isEqualTo(Rule.DUPLICATE_ID);
  }
}
