package de.amtsbote.gateway.entry.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.osci.OsciTrust;
import de.amtsbote.osci.testpki.CertificateSpec;
import de.amtsbote.osci.testpki.TestPki;
import de.amtsbote.osci.trust.CertificateChecker;
import de.amtsbote.osci.trust.RevocationPolicy;
import de.amtsbote.osci.trust.TrustMaterial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Intermediaries of the directory that may bring deliveries, by the state of their certificate. */
class PushSignersTest {

  private static final TestPki CA = TestPki.root("Muster-CA");
  private static final Clock CLOCK = Clock.fixed(TestPki.NOW, ZoneOffset.UTC);

  private static final List<String> KNOWN = List.of("knoten");

  @TempDir Path folder;

  private static CertificateSpec spec() {
    return CA.spec("Knoten").usage(KeyUsage.digitalSignature);
  }

  private PushSigners signers(X509Certificate listed, String algorithms, X509CRL... lists)
      throws Exception {
    Files.write(folder.resolve("knoten.cer"), listed.getEncoded());
    var directory =
        Files.writeString(
            folder.resolve("directory.yaml"),
            """
            intermediaries:
              knoten:
                url: http://localhost:1/osci
                cipher-certificate: knoten.cer
                signature-certificate: knoten.cer
                algorithms: %s
            """
                .formatted(algorithms));
    var material = new TrustMaterial(Set.of(CA.certificate()), List.of(), List.of(lists));
    var checker = new CertificateChecker(material, RevocationPolicy.refuseWhenUnknown(), CLOCK);
    return new PushSigners(new LiveDirectory(directory, CLOCK), new OsciTrust(checker));
  }

  private boolean admits(X509Certificate listed, X509CRL... lists) throws Exception {
    return signers(listed, "standard", lists).of(KNOWN).admits(listed, false);
  }

  @Test
  void certificateThatHolds_isTaken() throws Exception {
    assertThat(admits(CA.identity(spec()).certificate(), CA.crl(TestPki.NOW))).isTrue();
  }

  @Test
  void certificateOfSomebodyElse_isNotTaken() throws Exception {
    var signers = signers(CA.identity(spec()).certificate(), "standard", CA.crl(TestPki.NOW));

    assertThat(signers.of(KNOWN).admits(CA.identity(spec()).certificate(), false)).isFalse();
  }

  @Test
  void certificateThatWasRevoked_isNotTaken() throws Exception {
    var listed = CA.identity(spec()).certificate();

    assertThat(admits(listed, CA.crl(TestPki.NOW, listed))).isFalse();
  }

  @Test
  void certificateOfWhichNobodySaysWhetherItWasRevoked_isToldToComeAgain() {
    assertThatThrownBy(() -> admits(CA.identity(spec()).certificate()))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.REVOCATION_UNKNOWN);
              assertThat(e.code().isTransient()).isTrue();
            });
  }

  @Test
  void certificateThatExpired_isNotTaken() throws Exception {
    var listed =
        CA.identity(spec().valid("2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z")).certificate();

    assertThat(admits(listed, CA.crl(TestPki.NOW))).isFalse();
  }

  @Test
  void certificateOfAnotherCa_isNotTaken() throws Exception {
    var listed = TestPki.root("Fremde CA").signer("Knoten").certificate();

    assertThat(admits(listed, CA.crl(TestPki.NOW))).isFalse();
  }

  @Test
  void oldAlgorithms_areForIntermediariesThatTheDirectoryMarks() throws Exception {
    var listed = CA.identity(spec()).certificate();
    var old = signers(listed, "legacy", CA.crl(TestPki.NOW));
    assertThat(old.algorithms(KNOWN).legacy()).isTrue();
    assertThat(old.of(KNOWN).admits(listed, true)).isTrue();

    var modern = signers(listed, "standard", CA.crl(TestPki.NOW));

    assertThat(modern.algorithms(KNOWN).legacy()).isFalse();
    assertThat(modern.of(KNOWN).admits(listed, true)).isFalse();
  }
}
