package de.amtsbote.gateway.entry.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.directory.LiveDirectory;
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

  @TempDir Path folder;

  private static CertificateSpec spec() {
    return CA.spec("Knoten").usage(KeyUsage.digitalSignature);
  }

  private Set<X509Certificate> signers(X509Certificate listed, X509CRL list) throws Exception {
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
            """);
    var material = new TrustMaterial(Set.of(CA.certificate()), List.of(), List.of(list));
    var checker = new CertificateChecker(material, RevocationPolicy.refuseWhenUnknown(), CLOCK);
    return new PushSigners(new LiveDirectory(directory, CLOCK), new OsciTrust(checker))
        .of(List.of("knoten"));
  }

  @Test
  void certificateThatHolds_isTaken() throws Exception {
    var listed = CA.identity(spec()).certificate();

    assertThat(signers(listed, CA.crl(TestPki.NOW))).containsExactly(listed);
  }

  @Test
  void certificateThatWasRevoked_isNotTaken() throws Exception {
    var listed = CA.identity(spec()).certificate();

    assertThat(signers(listed, CA.crl(TestPki.NOW, listed))).isEmpty();
  }

  @Test
  void certificateThatExpired_isNotTaken() throws Exception {
    var listed =
        CA.identity(spec().valid("2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z")).certificate();

    assertThat(signers(listed, CA.crl(TestPki.NOW))).isEmpty();
  }

  @Test
  void certificateOfAnotherCa_isNotTaken() throws Exception {
    var listed = TestPki.root("Fremde CA").signer("Knoten").certificate();

    assertThat(signers(listed, CA.crl(TestPki.NOW))).isEmpty();
  }
}
