package de.amtsbote.gateway.entry.fitconnect;

import de.amtsbote.gateway.fitconnect.FitConnectApi;
import de.amtsbote.gateway.fitconnect.Problem;
import de.amtsbote.gateway.fitconnect.jose.JoseException;
import de.amtsbote.gateway.fitconnect.jose.Jwe;
import de.amtsbote.gateway.fitconnect.jose.OversizeException;
import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;

/** Deciphers the pieces of submissions with the keys of a destination. */
final class Opener {

  private final Map<String, RsaJwk> keys;
  private final FitConnectApi api;
  private final UUID destination;
  private final Spool spool;

  /**
   * An opener.
   *
   * @param keys private keys by their id
   */
  Opener(Map<String, RsaJwk> keys, FitConnectApi api, UUID destination, Spool spool) {
    this.keys = keys;
    this.api = api;
    this.destination = destination;
    this.spool = spool;
  }

  /** A piece as it was before; to be closed by the caller. */
  record Piece(SpoolFile content, String tag) implements AutoCloseable {

    @Override
    public void close() {
      content.close();
    }
  }

  /**
   * Opens a piece.
   *
   * @param instance how problems name it
   * @throws RejectedException when it cannot be opened
   * @throws GatewayException KEY_MISSING when it is encrypted for the key that the destination
   *     publishes, but that is not configured here
   */
  Piece open(InputStream compact, long largest, String instance) throws IOException {
    try {
      var jwe = Jwe.begin(compact);
      var key = keys.get(jwe.kid());
      if (key == null) {
        requireNotOurs(jwe.kid());
        throw rejected(
            "Der Schlüssel '%s' gehört nicht hierher.".formatted(name(jwe.kid())), instance);
      }
      var content = jwe.open(key, spool, largest);
      return new Piece(content, jwe.tag());
    } catch (OversizeException e) {
      throw tooLarge(largest, instance);
    } catch (JoseException e) {
      throw rejected("Der Inhalt lässt sich nicht entschlüsseln.", instance);
    }
  }

  /** If the destination tells senders to use it, they did no wrong. */
  private void requireNotOurs(String kid) throws IOException {
    if (api.destination(destination).path("encryptionKid").asString("").equals(kid)) {
      throw new GatewayException(
          ErrorCode.KEY_MISSING,
          "destination %s publishes key %s, which is not configured".formatted(destination, kid));
    }
  }

  private static String name(String kid) {
    return kid.matches("[A-Za-z0-9_.-]{1,100}") ? kid : "?";
  }

  private static RejectedException rejected(String detail, String instance) {
    return new RejectedException(Problem.Type.ENCRYPTION, detail, instance);
  }

  static RejectedException tooLarge(long largest, String instance) {
    return new RejectedException(
        Problem.Type.TECHNICAL, "Der Inhalt ist größer als %d Bytes.".formatted(largest), instance);
  }
}
