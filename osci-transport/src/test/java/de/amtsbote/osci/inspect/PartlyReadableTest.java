package de.amtsbote.osci.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.EncryptedContainer;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.inspect.InspectOptions.Requirement;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.testing.Inspected;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deliveries of which one reader can open a part only. */
class PartlyReadableTest {

  private static final InspectOptions ADDRESSEE = with(Parties.ADDRESSEE_CIPHER);
  private static final InspectOptions STRANGER = with(Parties.STRANGER_CIPHER);

  private static InspectOptions with(KeyOperations key) {
    return Inspected.OPTIONS.keys(List.of(key));
  }

  private static ContentContainer.Builder container(String id) {
    return ContentContainer.builder(id)
        .data(id + "-data", Samples.PAYLOAD)
        .signer(ContentSigner.originator(Parties.ORIGINATOR_SIGNATURE));
  }

  private static EncryptedContainer sealed(ContentContainer container, RoleCertificate reader) {
    return new EncryptedContainer("sealed-" + container.id(), container, List.of(reader));
  }

  private static Map<String, Object> json(ContentPackage content, InspectOptions options)
      throws IOException {
    return Inspected.json(Inspected.octets(Samples.store(content), OrderSecurity.NONE), options);
  }

  /** One container for the addressee, the other for another reader. */
  private static ContentPackage shared() {
    return new ContentPackage.Composed(
        List.of(
            sealed(container("ours").build(), Parties.ADDRESSEE),
            sealed(container("theirs").build(), Parties.READER)),
        List.of());
  }

  @Test
  void deliveryForTwoReaders_isAcceptedByEither() throws IOException {
    assertThat(json(shared(), ADDRESSEE)).containsEntry("verdict", "accept");
    assertThat(json(shared(), with(Parties.READER_CIPHER))).containsEntry("verdict", "accept");
  }

  @Test
  void whatIsForTheOtherReader_isShownAsClosed() throws IOException {
    assertThat(json(shared(), ADDRESSEE).get("containers").toString())
        .contains("refId=ours")
        .contains("encryptedDataId=sealed-theirs, readable=false");
  }

  @Test
  void allReadersOfWhatIsOpened_areNamed() throws IOException {
    var readers = List.of(Parties.ADDRESSEE, Parties.READER);
    var content =
        ContentPackage.of(new EncryptedContainer("sealed", container("c").build(), readers));

    assertThat(json(content, ADDRESSEE).get("containers").toString())
        .contains("readers=[{role=addressee, ", "{role=reader, ")
        .contains(RoleCertificate.fingerprint(Parties.READER_CIPHER.certificate()));
  }

  @Test
  void deliveryForTwoReaders_isNotReadableForAThird() throws IOException {
    assertThat(json(shared(), STRANGER)).containsEntry("rejectLayer", "content-decryption");
  }

  @Test
  void signatureThatCannotBeSeen_isMissedByWhoDemandsAll() throws IOException {
    var demanding = ADDRESSEE.require(Set.of(Requirement.CONTENT_SIGNATURE));

    assertThat(json(shared(), demanding)).containsEntry("rejectLayer", "content-decryption");
  }

  @Test
  void keyThatOpensNothingBesidePlainContent_isOfNoUse() throws IOException {
    var content =
        new ContentPackage.Composed(
            List.of(sealed(container("theirs").build(), Parties.READER)),
            List.of(container("plain").build()));

    assertThat(json(content, STRANGER))
        .containsEntry("rejectLayer", "content-decryption")
        .containsKey("neededKeys");
    assertThat(json(content, Inspected.OPTIONS)).containsEntry("verdict", "accept");
  }

  @Test
  void keyThatOpensNothingInsideOfPlainContent_isOfNoUse() throws IOException {
    var outer =
        container("outer").encrypted(sealed(container("inner").build(), Parties.READER)).build();

    assertThat(json(ContentPackage.of(outer), STRANGER))
        .containsEntry("rejectLayer", "content-decryption");
    assertThat(json(ContentPackage.of(outer), with(Parties.READER_CIPHER)))
        .containsEntry("verdict", "accept");
  }

  @Test
  void innerContentForAnother_leavesTheOuterReadable() throws IOException {
    var outer =
        container("outer").encrypted(sealed(container("inner").build(), Parties.READER)).build();

    assertThat(json(ContentPackage.of(sealed(outer, Parties.ADDRESSEE)), ADDRESSEE))
        .containsEntry("verdict", "accept");
  }
}
