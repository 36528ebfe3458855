package de.amtsbote.osci.refusal;

import static de.amtsbote.osci.refusal.Verdict.KEYS;
import static de.amtsbote.osci.refusal.Verdict.assertAccepted;
import static de.amtsbote.osci.refusal.Verdict.assertRejected;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.inspect.InspectOptions;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testpki.TestPki;
import de.amtsbote.osci.trust.TrustMaterial;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The words for what is wrong with certificates, and for what is missed by who asks for it. */
class VerdictOnTrustTest {

  private static final TestPki CA = TestPki.root("CA");
  private static final TestPki OTHER_CA = TestPki.root("Other CA");
  private static final TestIdentity ALICE = CA.signer("Alice");
  private static final TestIdentity STRANGER = OTHER_CA.signer("Stranger");
  private static final TestIdentity READER = CA.reader("Reader");
  private static final TrustMaterial TRUST = TrustMaterial.of(Set.of(CA.certificate()));

  private static InspectOptions at(String time) {
    return InspectOptions.at(Instant.parse(time)).trust(TRUST).keys(KEYS.keys());
  }

  private static InspectOptions today() {
    return at(TestPki.NOW.toString());
  }

  private static SoftwareKeys keys(TestIdentity identity) {
    return SoftwareKeys.of(identity.key(), identity.certificate());
  }

  private static RoleCertificates certificates(TestIdentity signer) {
    return RoleCertificates.builder()
        .add(Role.ORIGINATOR, Usage.CIPHER, Parties.ORIGINATOR_CIPHER.certificate())
        .add(Parties.ADDRESSEE)
        .add(Role.ORIGINATOR, Usage.SIGNATURE, signer.certificate())
        .build();
  }

  private static OutgoingMessage message(RoleCertificates certificates, ContentPackage content) {
    OutgoingMessage usual = Samples.store(content);
    return OutgoingMessage.of(usual.type(), usual.control())
        .order(usual.order())
        .certificates(certificates)
        .content(content)
        .build();
  }

  private static byte[] orderBy(TestIdentity signer) {
    return new Attack()
        .message(
            message(certificates(signer), ContentPackage.EMPTY),
            new OrderSecurity(keys(signer), null));
  }

  private static byte[] contentBy(TestIdentity author) {
    ContentContainer container =
        ContentContainer.builder("c")
            .data("d", Samples.PAYLOAD)
            .signer(ContentSigner.originator(keys(author)))
            .build();
    return new Attack()
        .message(message(certificates(author), ContentPackage.of(container)), OrderSecurity.NONE);
  }

  @Test
  void orderOfATrustedSigner_isAccepted() throws IOException {
    assertAccepted(orderBy(ALICE), today());
  }

  @Test
  void expiredSigner_isCertificate() throws IOException {
    assertRejected(orderBy(ALICE), at("2050-01-01T00:00:00Z"), "certificate", null);
  }

  @Test
  void signerOfTheFuture_isCertificate() throws IOException {
    assertRejected(orderBy(ALICE), at("2019-01-01T00:00:00Z"), "certificate", null);
  }

  @Test
  void expiredSigner_isCertificateWhomeverOneTrusts() throws IOException {
    assertRejected(
        orderBy(ALICE),
        InspectOptions.at(Instant.parse("2050-01-01T00:00:00Z")),
        "certificate",
        null);
  }

  @Test
  void signerOfAnotherCa_isCertificate() throws IOException {
    assertRejected(orderBy(STRANGER), today(), "certificate", "9700");
  }

  @Test
  void revokedSigner_isCertificate() throws IOException {
    TrustMaterial trust =
        new TrustMaterial(
            Set.of(CA.certificate()), List.of(), List.of(CA.crl(TestPki.NOW, ALICE.certificate())));

    assertRejected(orderBy(ALICE), today().trust(trust), "certificate", "9701");
  }

  @Test
  void signerWithACertificateForEncryption_isCertificate() throws IOException {
    assertRejected(orderBy(READER), today(), "certificate", "9601");
  }

  @Test
  void contentOfATrustedAuthor_isAccepted() throws IOException {
    assertAccepted(contentBy(ALICE), today());
  }

  @Test
  void authorOfAnotherCa_isCertificate() throws IOException {
    assertRejected(contentBy(STRANGER), today(), "certificate", null);
  }

  @Test
  void expiredAuthor_isCertificate() throws IOException {
    assertRejected(contentBy(ALICE), at("2050-01-01T00:00:00Z"), "certificate", null);
  }

  @Test
  void authorWithACertificateForEncryption_isCertificate() throws IOException {
    assertRejected(contentBy(READER), today(), "certificate", null);
  }

  @Test
  void certificateThatCannotBeRead_isCertificate() throws IOException {
    assertRejected(
        Attack.edit(
            orderBy(ALICE),
            t -> t.replaceFirst("<ds:X509Certificate>MII", "<ds:X509Certificate>MIJ")),
        "certificate",
        "9100");
  }

  @Test
  void encryptedOrderThatSaysNotForWhomToEncryptTheAnswer_isCertificate() throws IOException {
    RoleCertificates onlyAddressee = RoleCertificates.builder().add(Parties.ADDRESSEE).build();

    assertRejected(
        new Attack()
            .message(
                message(onlyAddressee, ContentPackage.EMPTY),
                new OrderSecurity(null, Parties.INTERMEDIARY_CIPHER.certificate())),
        "certificate",
        "9500");
  }

  @Test
  void missingOrderSignature_isPolicyOfWhoDemandsIt() throws IOException {
    assertRejected(
        contentBy(ALICE),
        today().require(Set.of(InspectOptions.Requirement.ORDER_SIGNATURE)),
        "policy",
        "9600");
  }

  @Test
  void missingContentSignature_isPolicyOfWhoDemandsIt() throws IOException {
    ContentContainer unsigned = ContentContainer.builder("c").data("d", Samples.PAYLOAD).build();

    assertRejected(
        new Attack()
            .message(
                message(certificates(ALICE), ContentPackage.of(unsigned)),
                new OrderSecurity(keys(ALICE), null)),
        today().require(Set.of(InspectOptions.Requirement.CONTENT_SIGNATURE)),
        "policy",
        null);
  }
}
