package de.amtsbote.gateway.delivery;

import de.amtsbote.gateway.security.ClientTls;
import de.amtsbote.gateway.security.KeyFiles;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testpki.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Keys of receivers and of the gateway, and the files that settings name. */
public final class TestTls {

  public static final String PASSWORD = "secret";

  private static final int USAGE = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
  private static final TestPki PKI = TestPki.root("Muster-CA");
  private static final TestPki OTHERS = TestPki.root("Fremde CA");

  /** A receiver at localhost. */
  public static final TestIdentity SERVER = server(PKI, "localhost");

  /** A receiver at localhost that an authority vouches for which nobody trusts. */
  public static final TestIdentity FOREIGN_SERVER = server(OTHERS, "localhost");

  /** A receiver somewhere else. */
  public static final TestIdentity OTHER_HOST = server(PKI, "anders.example");

  /** The gateway. */
  public static final TestIdentity CALLER = PKI.identity(PKI.spec("caller").usage(USAGE));

  /** A gateway that an authority vouches for which nobody trusts. */
  public static final TestIdentity FOREIGN_CALLER =
      OTHERS.identity(OTHERS.spec("fremd").usage(USAGE));

  private TestTls() {}

  private static TestIdentity server(TestPki pki, String host) {
    return pki.identity(pki.spec(host).host(host).usage(USAGE));
  }

  /** A PKCS#12 file with this key. */
  public static Path keyStore(Path folder, TestIdentity identity)
      throws IOException, GeneralSecurityException {
    var file = Files.createTempFile(folder, "key", ".p12");
    try (var out = Files.newOutputStream(file)) {
      store(identity).store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  /** The file that opens key stores. */
  public static Path password(Path folder) throws IOException {
    return Files.writeString(folder.resolve("password"), PASSWORD + "\n");
  }

  /** A folder with the authority of all that are trusted. */
  public static Path trust(Path folder) throws IOException, GeneralSecurityException {
    var trust = Files.createDirectories(folder.resolve("trust"));
    Files.write(trust.resolve("ca.cer"), PKI.certificate().getEncoded());
    return trust;
  }

  /** A PKCS#12 file with that authority. */
  public static Path trustStore(Path folder) throws IOException, GeneralSecurityException {
    var file = folder.resolve("trust.p12");
    try (var out = Files.newOutputStream(file)) {
      anchors().store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  /** How a receiver speaks TLS. */
  public static SSLContext receiver(TestIdentity identity)
      throws IOException, GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store(identity), PASSWORD.toCharArray());
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(anchors());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
    return context;
  }

  /** How a delivery with these settings speaks TLS. */
  public static SSLContext sender(DeliverySettings settings) {
    return new DeliveryTls(new ClientTls(new KeyFiles(false)), false).of("amt", settings);
  }

  private static KeyStore anchors() throws IOException, GeneralSecurityException {
    var anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry("ca", PKI.certificate());
    return anchors;
  }

  private static KeyStore store(TestIdentity identity)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    var chain = new Certificate[] {identity.certificate()};
    store.setKeyEntry("tls", identity.key(), PASSWORD.toCharArray(), chain);
    return store;
  }
}
