package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.KeyTransport;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.testing.Parties;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.BadPaddingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever is wrong with a wrapped key or a cipher text, the same operations run on as many octets,
 * so that time tells as little as the answer does. The steps can be recorded on the fallback
 * provider only, on which all tests run a second time.
 */
class SameStepsTest {

  private final Attack attack = new Attack();
  private final byte[] message = attack.message(Attack.plain(), Attack.FULL);

  @BeforeEach
  void record() {
    assumeTrue(
        CryptoProviders.preferred().equals("JDK"), "needs -D" + CryptoProviders.PROPERTY + "=jdk");
    Security.insertProviderAt(new RecordingProvider(), 1);
  }

  @AfterEach
  void stop() {
    Security.removeProvider(RecordingProvider.NAME);
  }

  /** The intermediary's key, doing something else than unwrapping. */
  private record Broken(SoftwareKeys key, Unwrapping unwrapping) implements KeyOperations {
    interface Unwrapping {
      byte[] instead(byte[] unwrapped) throws GeneralSecurityException;
    }

    @Override
    public X509Certificate certificate() {
      return key.certificate();
    }

    @Override
    public byte[] sign(SignatureAlgorithm algorithm, byte[] data) throws GeneralSecurityException {
      return key.sign(algorithm, data);
    }

    @Override
    public byte[] decryptKey(KeyTransport transport, byte[] wrapped)
        throws GeneralSecurityException {
      return unwrapping.instead(key.decryptKey(transport, wrapped));
    }
  }

  private String outcome(byte[] octets, Broken.Unwrapping unwrapping) throws IOException {
    RecordingProvider.forget();
    OsciException refusal =
        attack.transportKey(new Broken(Parties.INTERMEDIARY_CIPHER, unwrapping)).refusal(octets);
    return refusal.rule() + " " + refusal.getMessage() + " " + RecordingProvider.steps();
  }

  @Test
  void wrongKeyWrongPaddingWrongLengthWrongTag_takeTheSameSteps() throws IOException {
    byte[] tag = message.clone();
    tag[tag.length - 60] ^= 1;
    byte[] text = message.clone();
    text[text.length - 3000] ^= 1;
    List<String> outcomes = new ArrayList<>();

    outcomes.add(outcome(tag, key -> key));
    outcomes.add(outcome(text, key -> key));
    outcomes.add(outcome(message, key -> new byte[32]));
    outcomes.add(outcome(message, key -> new byte[0]));
    outcomes.add(outcome(message, key -> new byte[16]));
    outcomes.add(outcome(message, key -> new byte[33]));
    outcomes.add(
        outcome(
            message,
            key -> {
              throw new BadPaddingException("wrong");
            }));

    assertThat(outcomes).containsOnly(outcomes.get(0));
    assertThat(outcomes.get(0)).contains("RSA/ECB/OAEPPadding", "AES/CTR/NoPadding");
  }
}
