package de.amtsbote.gateway.cli.certificates;

import de.amtsbote.gateway.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.operator.OperatorCreationException;

/** Makes the sample PKI: one authority, the parties of the demo, and a key ring. */
public final class SamplePki {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int PASSWORD_BYTES = 24;
  private static final int PAYLOAD_KEY_BITS = 256;

  private final Clock clock;

  /** A PKI whose certificates are valid from the clock's time on. */
  public SamplePki(Clock clock) {
    this.clock = clock;
  }

  /**
   * Writes keys, certificates, the password that opens the key stores, and a README.
   *
   * @param directory is made where it does not exist; refused where it holds anything
   */
  public void create(Path directory) {
    create(directory, List.of(), List.of());
  }

  /**
   * The same with keys for TLS on this machine, each as {@code NAME.p12} with the alias tls, and
   * {@code NAME.cer}.
   *
   * @param tls names of those that are good
   * @param expired names of those whose certificate has expired
   */
  public void create(Path directory, List<String> tls, List<String> expired) {
    try {
      SampleFolder folder = SampleFolder.inEmpty(directory, newPassword());
      SampleAuthority authority = new SampleAuthority("Amtsbote Muster-CA", clock);
      folder.certificate("ca", authority.certificate());
      folder.anchor("ca", authority.certificate());
      for (SampleParty party : SampleParty.values()) {
        IssuedKey signature =
            authority.issue(
                party.commonName() + " Signatur",
                KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
        IssuedKey cipher =
            authority.issue(
                party.commonName() + " Chiffrierung",
                KeyUsage.keyEncipherment | KeyUsage.dataEncipherment);
        folder.party(party.fileName(), signature, cipher);
      }
      for (String name : tls) {
        folder.tls(name, authority.issueForTls(name, authority.validUntil()));
      }
      for (String name : expired) {
        folder.tls(name, authority.issueForTls(name, authority.validFrom().plus(MINUTE)));
      }
      folder.keyRing(newPayloadKey(), authority.certificate());
      folder.readme();
    } catch (IOException | GeneralSecurityException | OperatorCreationException failure) {
      throw new CommandFailure(
          "cannot make the sample PKI in " + directory + ": " + failure.getMessage(), failure);
    }
  }

  private static SecretKey newPayloadKey() throws GeneralSecurityException {
    KeyGenerator generator = KeyGenerator.getInstance("AES");
    generator.init(PAYLOAD_KEY_BITS);
    return generator.generateKey();
  }

  private static String newPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** True for names that files of a sample PKI have already. */
  static boolean isTaken(String name) {
    return Stream.concat(parties(), Stream.of("ca", "keyring")).anyMatch(name::equals);
  }

  /** The names of the parties that a sample PKI knows, as they name the files. */
  public static Stream<String> parties() {
    return Stream.of(SampleParty.values()).map(SampleParty::fileName);
  }
}
