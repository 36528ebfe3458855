package de.amtsbote.gateway.way;

import de.amtsbote.gateway.TestGateway;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testpki.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The key stores and certificates of the parties of a town. */
final class TownKeys {

  /** The intermediary first, then all who have an identity in the gateway. */
  static final List<String> PARTIES =
      List.of(
          "intermediary portal meldebehoerde gewerbeamt bauamt fundamt altverfahren meldeauskunft"
              .split(" "));

  private static final String PASSWORD = "secret";

  private TownKeys() {}

  static void write(
      Path folder,
      TestPki pki,
      Map<String, TestIdentity> ciphers,
      Map<String, TestIdentity> signers)
      throws IOException, GeneralSecurityException {
    TestGateway.keyRing(folder);
    for (var party : PARTIES) {
      ciphers.put(party, pki.reader(party + " Verschlüsselung"));
      signers.put(party, pki.signer(party + " Signatur"));
      writeStore(folder, party, ciphers.get(party), signers.get(party));
      write(folder, party + "-cipher.cer", ciphers.get(party).certificate());
      write(folder, party + "-signature.cer", signers.get(party).certificate());
    }
    var limited =
        pki.spec("Befristete Signatur")
            .usage(KeyUsage.digitalSignature)
            .valid("2020-01-01T00:00:00Z", Town.LIMITED_UNTIL + "T00:00:00Z");
    ciphers.put(Town.LIMITED, pki.reader("Befristete Verschlüsselung"));
    signers.put(Town.LIMITED, pki.identity(limited));
    writeStore(folder, Town.LIMITED, ciphers.get(Town.LIMITED), signers.get(Town.LIMITED));
    var expired =
        pki.spec("Alter Knoten")
            .usage(KeyUsage.digitalSignature)
            .valid("2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z");
    signers.put("altknoten", pki.identity(expired));
    write(folder, "altknoten-signature.cer", signers.get("altknoten").certificate());
    Files.createDirectories(folder.resolve("trust/anchors"));
    write(folder, "trust/anchors/ca.cer", pki.certificate());
  }

  static Path store(Path folder, String party) {
    return folder.resolve(party + ".p12");
  }

  private static void writeStore(
      Path folder, String party, TestIdentity cipher, TestIdentity signature)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    add(store, "cipher", cipher);
    add(store, "signature", signature);
    try (var out = Files.newOutputStream(store(folder, party))) {
      store.store(out, PASSWORD.toCharArray());
    }
  }

  private static void add(KeyStore store, String alias, TestIdentity identity)
      throws GeneralSecurityException {
    var chain = new Certificate[] {identity.certificate()};
    store.setKeyEntry(alias, identity.key(), PASSWORD.toCharArray(), chain);
  }

  private static void write(Path folder, String name, Certificate certificate)
      throws IOException, GeneralSecurityException {
    Files.write(folder.resolve(name), certificate.getEncoded());
  }
}
