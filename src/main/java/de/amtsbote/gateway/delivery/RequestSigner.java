package de.amtsbote.gateway.delivery;

import de.amtsbote.gateway.delivery.signature.SharedSecret;
import de.amtsbote.gateway.delivery.signature.Signature;
import de.amtsbote.gateway.message.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Signs requests with a shared secret: HMAC-SHA-256 over the time in whole seconds since 1970, the
 * delivery id and the SHA-256 of the body in hex, with dots between them.
 */
final class RequestSigner {

  static final String DIGEST_HEADER = "Amtsbote-Body-Sha256";

  private final List<SharedSecret> secrets;
  private final Clock clock;

  private RequestSigner(List<SharedSecret> secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * A signer with the secrets of a delivery.
   *
   * @throws de.amtsbote.gateway.message.GatewayException CONFIGURATION_INVALID when one of them is
   *     missing or too short
   */
  static RequestSigner of(String name, DeliverySettings.Secret settings, Clock clock) {
    var prefix = "amtsbote.deliveries." + name + ".secret.";
    var secrets = new ArrayList<SharedSecret>();
    secrets.add(new SharedSecret(prefix + "file", settings.file(), null));
    if (settings.nextFile() != null) {
      secrets.add(new SharedSecret(prefix + "next-file", settings.nextFile(), null));
    }
    secrets.forEach(SharedSecret::read);
    return new RequestSigner(List.copyOf(secrets), clock);
  }

  /**
   * Adds what the receiver checks.
   *
   * @param body SHA-256 of the body in hex
   */
  void sign(HttpRequest.Builder request, String deliveryId, String body) {
    var now = clock.instant();
    var signed = (deliveryId + "." + body).getBytes(StandardCharsets.US_ASCII);
    request
        .header(DIGEST_HEADER, body)
        .header(Signature.TIME_HEADER, Long.toString(now.getEpochSecond()))
        .header(Signature.HEADER, Signature.of(secrets, now, signed));
  }

  /** SHA-256 of what would be written, read once more from the store. */
  static String digest(HandoverForm form) throws IOException {
    try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.start())) {
      form.writeTo(out);
      return HexFormat.of().formatHex(out.getMessageDigest().digest());
    }
  }
}
