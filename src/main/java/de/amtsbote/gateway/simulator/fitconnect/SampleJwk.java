package de.amtsbote.gateway.simulator.fitconnect;

import de.amtsbote.gateway.fitconnect.jose.JoseException;
import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import de.amtsbote.osci.crypto.CryptoProviders;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Makes keys for destinations and delivery services, as JWK. */
public final class SampleJwk {

  private static final int BITS = 4096;

  private SampleJwk() {}

  /** Makes a pair that is long enough. */
  public static KeyPair pair() {
    try {
      var generator = CryptoProviders.keyPairGenerator("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this runtime makes no RSA keys", e);
    }
  }

  /** The private key that content keys are unwrapped with; its own certificate first. */
  public static byte[] decryption(String kid, KeyPair pair, X509Certificate... chain) {
    return json(kid, RsaJwk.ENCRYPTION, "unwrapKey", pair, chain);
  }

  /** The private key that events are signed with; its own certificate first. */
  public static byte[] signing(String kid, KeyPair pair, X509Certificate... chain) {
    return json(kid, RsaJwk.SIGNATURE, "sign", pair, chain);
  }

  /** What is published of a private key. */
  public static Map<String, Object> published(RsaJwk key) {
    var jwk = key.published();
    jwk.put("key_ops", List.of(key.algorithm().equals(RsaJwk.SIGNATURE) ? "verify" : "wrapKey"));
    return jwk;
  }

  /** The key that a private key was made as. */
  public static RsaJwk read(byte[] json) {
    try {
      return RsaJwk.parse(json);
    } catch (JoseException e) {
      throw new IllegalStateException("a sample key is none", e);
    }
  }

  private static byte[] json(
      String kid, String algorithm, String operation, KeyPair pair, X509Certificate... chain) {
    var open = (RSAPublicKey) pair.getPublic();
    var secret = (RSAPrivateCrtKey) pair.getPrivate();
    var jwk = new LinkedHashMap<String, Object>();
    jwk.put("kty", "RSA");
    jwk.put("kid", kid);
    jwk.put("alg", algorithm);
    jwk.put("key_ops", List.of(operation));
    jwk.put("n", text(open.getModulus()));
    jwk.put("e", text(open.getPublicExponent()));
    jwk.put("d", text(secret.getPrivateExponent()));
    jwk.put("p", text(secret.getPrimeP()));
    jwk.put("q", text(secret.getPrimeQ()));
    jwk.put("dp", text(secret.getPrimeExponentP()));
    jwk.put("dq", text(secret.getPrimeExponentQ()));
    jwk.put("qi", text(secret.getCrtCoefficient()));
    if (chain.length > 0) {
      jwk.put("x5c", Arrays.stream(chain).map(SampleJwk::text).toList());
    }
    return JsonMapper.shared().writeValueAsBytes(jwk);
  }

  private static String text(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a sample certificate is none", e);
    }
  }

  private static String text(BigInteger number) {
    var octets = number.toByteArray();
    var lead = octets.length > 1 && octets[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(octets, lead, octets.length));
  }
}
