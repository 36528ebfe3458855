package de.amtsbote.gateway.delivery.signature;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 over the time in whole seconds since 1970, a dot, and what is signed; in hex, one
 * for each secret.
 */
public final class Signature {

  /** Header with the time that is signed. */
  public static final String TIME_HEADER = "Amtsbote-Timestamp";

  /** Header with the signatures. */
  public static final String HEADER = "Amtsbote-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** The value of the header, such as {@code v1=1f2e…} or, with two secrets, {@code v1=…,v1=…}. */
  public static String of(List<SharedSecret> secrets, Instant time, byte[] body) {
    return secrets.stream()
        .map(secret -> "v1=" + hex(secret.read(), time, body))
        .collect(Collectors.joining(","));
  }

  private static String hex(byte[] secret, Instant time, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      mac.update((time.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new GatewayException(ErrorCode.INTERNAL, "every JDK has HMAC-SHA-256", e);
    }
  }
}
