package de.amtsbote.gateway.directory.dvdv.http;

import de.amtsbote.gateway.directory.dvdv.api.Fingerprint;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Says in a signed JWT whose certificate, entered in the DVDV, the gateway holds the key of. */
public final class ClientAssertion {

  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final PrivateKey key;
  private final X509Certificate certificate;
  private final Clock clock;

  /** An assertion for a certificate and its key. */
  public ClientAssertion(PrivateKey key, X509Certificate certificate, Clock clock) {
    this.key = key;
    this.certificate = certificate;
    this.clock = clock;
  }

  /** A new JWT for one token request (RFC 7523; RS256). */
  String jwt(URI audience) {
    var now = clock.instant();
    var subject = "fp:" + Fingerprint.of(certificate);
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", subject);
    claims.put("sub", subject);
    claims.put("aud", audience.toString());
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    var head = part(Map.of("alg", "RS256", "typ", "JWT"));
    var signed = head + "." + part(claims);
    return signed + "." + BASE64.encodeToString(signature(signed));
  }

  private static String part(Map<String, Object> values) {
    return BASE64.encodeToString(DvdvJson.write(values));
  }

  private byte[] signature(String text) {
    try {
      var signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(key);
      signer.update(text.getBytes(StandardCharsets.US_ASCII));
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID, "the key for the DVDV cannot sign (RSA is needed)", e);
    }
  }
}
