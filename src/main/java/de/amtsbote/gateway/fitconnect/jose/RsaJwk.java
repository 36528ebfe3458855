package de.amtsbote.gateway.fitconnect.jose;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An RSA key as a JSON Web Key (RFC 7517, RFC 7518 section 6.3). Shorter keys than 4096 bits are
 * refused, as FIT-Connect demands, and so are small exponents (BSI TR-02102-1).
 *
 * @param kid its id
 * @param algorithm what it is for, such as RSA-OAEP-256 or PS512
 * @param operations what may be done with it; empty when nothing is said
 * @param certificates that of the key first; empty when none came along
 * @param privateKey null in a public key
 */
public record RsaJwk(
    String kid,
    String algorithm,
    Set<String> operations,
    RSAPublicKey publicKey,
    List<X509Certificate> certificates,
    PrivateKey privateKey) {

  /** What content keys are encrypted with. */
  public static final String ENCRYPTION = "RSA-OAEP-256";

  /** What events are signed with. */
  public static final String SIGNATURE = "PS512";

  private static final int LEAST_BITS = 4096;
  private static final int LARGEST_EXPONENT = 64;
  private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65_537);

  /**
   * Reads a key.
   *
   * @throws JoseException when it is none, or not one that may be used
   */
  public static RsaJwk parse(byte[] json) throws JoseException {
    try {
      return of(JsonMapper.shared().readTree(json));
    } catch (JacksonException e) {
      throw new JoseException("a key is not JSON", e);
    }
  }

  /** The same for a key that stands in a document. */
  public static RsaJwk of(JsonNode jwk) throws JoseException {
    if (!"RSA".equals(jwk.path("kty").asString(""))) {
      throw new JoseException("a key is not an RSA key");
    }
    var kid = jwk.path("kid").asString("");
    if (kid.isBlank()) {
      throw new JoseException("a key has no kid");
    }
    try {
      var factory = KeyFactory.getInstance("RSA");
      var modulus = number(jwk, "n");
      var exponent = number(jwk, "e");
      if (modulus.bitLength() < LEAST_BITS) {
        throw new JoseException("key %s has fewer than %d bits".formatted(kid, LEAST_BITS));
      }
      if (exponent.compareTo(LEAST_EXPONENT) < 0
          || exponent.bitLength() > LARGEST_EXPONENT
          || !exponent.testBit(0)) {
        throw new JoseException("key %s has an exponent that is not used".formatted(kid));
      }
      var open = (RSAPublicKey) factory.generatePublic(new RSAPublicKeySpec(modulus, exponent));
      return new RsaJwk(
          kid,
          jwk.path("alg").asString(""),
          operations(jwk),
          open,
          CertificateChain.of(jwk, open),
          jwk.has("d") ? secret(factory, jwk, modulus, exponent) : null);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new JoseException("key %s is not an RSA key".formatted(kid), e);
    }
  }

  private static Set<String> operations(JsonNode jwk) {
    var operations = new HashSet<String>();
    jwk.path("key_ops").forEach(it -> operations.add(it.asString("")));
    return Set.copyOf(operations);
  }

  private static PrivateKey secret(
      KeyFactory factory, JsonNode jwk, BigInteger modulus, BigInteger exponent)
      throws GeneralSecurityException, JoseException {
    return factory.generatePrivate(
        new RSAPrivateCrtKeySpec(
            modulus,
            exponent,
            number(jwk, "d"),
            number(jwk, "p"),
            number(jwk, "q"),
            number(jwk, "dp"),
            number(jwk, "dq"),
            number(jwk, "qi")));
  }

  private static BigInteger number(JsonNode jwk, String name) throws JoseException {
    var text = jwk.path(name).asString("");
    if (text.isEmpty()) {
      throw new JoseException("a key has no " + name);
    }
    return new BigInteger(1, Base64.getUrlDecoder().decode(text));
  }

  /** Whether it may be used so; a key that names neither algorithm nor operations may. */
  public boolean serves(String wanted, String operation) {
    return (algorithm.isEmpty() || algorithm.equals(wanted))
        && (operations.isEmpty() || operations.contains(operation));
  }

  /** Its fingerprint (RFC 7638): SHA-256 of the public half, base64url. */
  public String thumbprint() {
    var members =
        "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}"
            .formatted(text(publicKey.getPublicExponent()), text(publicKey.getModulus()));
    return CertificateChain.sha256(members.getBytes(StandardCharsets.UTF_8));
  }

  /** The public half, as it is published. */
  public Map<String, Object> published() {
    var jwk = new LinkedHashMap<String, Object>();
    jwk.put("kty", "RSA");
    jwk.put("kid", kid);
    jwk.put("alg", algorithm);
    jwk.put("key_ops", operations.stream().sorted().toList());
    jwk.put("n", text(publicKey.getModulus()));
    jwk.put("e", text(publicKey.getPublicExponent()));
    if (!certificates.isEmpty()) {
      jwk.put("x5c", CertificateChain.texts(certificates));
    }
    return jwk;
  }

  private static String text(BigInteger number) {
    var octets = number.toByteArray();
    var from = octets.length > 1 && octets[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(octets, from, octets.length));
  }

  /** Tells nothing secret. */
  @Override
  public String toString() {
    return "RSA key " + kid;
  }
}
