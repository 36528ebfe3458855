package de.amtsbote.gateway.fitconnect;

import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import de.amtsbote.gateway.simulator.fitconnect.SampleJwk;
import java.io.IOException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import tools.jackson.databind.json.JsonMapper;

/** Keys of FIT-Connect for tests: long ones take long to make, so all share their numbers. */
public final class TestJwk {

  private static final KeyPair PAIR = SampleJwk.pair();

  private TestJwk() {}

  /** The numbers that all share. */
  public static KeyPair pair() {
    return PAIR;
  }

  /** The file of a private key for decryption. */
  public static byte[] decryption(String kid, X509Certificate... chain) {
    return SampleJwk.decryption(kid, PAIR, chain);
  }

  /** The file of a private key for signatures. */
  public static byte[] signing(String kid, X509Certificate... chain) {
    return SampleJwk.signing(kid, PAIR, chain);
  }

  /** What is published of a private key. */
  public static RsaJwk published(byte[] file) {
    try {
      return RsaJwk.of(JsonMapper.shared().valueToTree(SampleJwk.published(SampleJwk.read(file))));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
