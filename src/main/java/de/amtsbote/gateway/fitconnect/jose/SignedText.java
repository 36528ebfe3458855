package de.amtsbote.gateway.fitconnect.jose;

import de.amtsbote.osci.crypto.CryptoProviders;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JWS in compact form (RFC 7515) with PS512, of the type of security events (RFC 8417).
 *
 * @param kid id of the key that is said to have signed it
 * @param claims what it says
 * @param text what is signed
 */
public record SignedText(String kid, JsonNode claims, String text, byte[] signature) {

  /** The type that events have in FIT-Connect. */
  public static final String TYPE = "secevent+jwt";

  private static final int PARTS = 3;
  private static final int LONGEST = 1024 * 1024;
  private static final PSSParameterSpec PS512 =
      new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /**
   * Reads it; nothing that it says may be believed before {@link #isSignedBy}.
   *
   * @throws JoseException when it is no such text, or one in another algorithm
   */
  public static SignedText parse(String compact) throws JoseException {
    var parts = compact.strip().split("\\.", -1);
    if (parts.length != PARTS || compact.length() > LONGEST) {
      throw new JoseException("an event is no JWS");
    }
    try {
      var head = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[0]));
      if (!RsaJwk.SIGNATURE.equals(head.path("alg").asString(""))
          || !TYPE.equalsIgnoreCase(head.path("typ").asString(""))
          || head.has("crit")
          || head.path("kid").asString("").isBlank()) {
        throw new JoseException("an event is not signed as events are: PS512, secevent+jwt, kid");
      }
      return new SignedText(
          head.path("kid").asString(),
          JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1])),
          parts[0] + "." + parts[1],
          Base64.getUrlDecoder().decode(parts[2]));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new JoseException("an event is not readable", e);
    }
  }

  /** Whether this key signed it, and may sign. */
  public boolean isSignedBy(RsaJwk key) {
    if (!key.serves(RsaJwk.SIGNATURE, "verify")) {
      return false;
    }
    try {
      var verifier = CryptoProviders.signature("RSASSA-PSS");
      verifier.setParameter(PS512);
      verifier.initVerify(key.publicKey());
      verifier.update(text.getBytes(StandardCharsets.US_ASCII));
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Signs claims with an own key. */
  public static String sign(Map<String, ?> claims, RsaJwk own) throws JoseException {
    var head = new LinkedHashMap<String, String>();
    head.put("alg", RsaJwk.SIGNATURE);
    head.put("typ", TYPE);
    head.put("kid", own.kid());
    var text = encoded(head) + "." + encoded(claims);
    try {
      Signature signer = CryptoProviders.signature("RSASSA-PSS");
      signer.setParameter(PS512);
      signer.initSign(own.privateKey());
      signer.update(text.getBytes(StandardCharsets.US_ASCII));
      return text + "." + BASE64.encodeToString(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new JoseException("nothing can be signed with " + own, e);
    }
  }

  private static String encoded(Map<String, ?> json) {
    return BASE64.encodeToString(JsonMapper.shared().writeValueAsBytes(json));
  }
}
