package de.amtsbote.gateway.fitconnect;

import de.amtsbote.gateway.fitconnect.jose.JoseException;
import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import de.amtsbote.gateway.fitconnect.jose.SignedText;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The keys that events are signed with. They are asked for again from time to time, so that one
 * that was withdrawn or exchanged does not count for ever.
 */
final class EventKeys {

  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration SUSPECT = Duration.ofMinutes(1);
  private static final int MOST = 100;

  private final FitConnectApi api;
  private final UUID destination;
  private final Consumer<RsaJwk> rule;
  private final Clock clock;
  private final Map<String, Known> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST;
        }
      };

  private record Known(RsaJwk key, Instant since) {}

  /**
   * Knows no key yet.
   *
   * @param rule throws for a key of the destination that counts for nothing
   */
  EventKeys(FitConnectApi api, UUID destination, Consumer<RsaJwk> rule, Clock clock) {
    this.api = api;
    this.destination = destination;
    this.rule = rule;
    this.clock = clock;
  }

  /**
   * Whether the delivery service, or the destination, signed it.
   *
   * @throws JoseException when there is no such key, or one that counts for nothing
   */
  synchronized boolean signed(SignedText text, boolean byService) throws IOException {
    var name = byService + " " + text.kid();
    var before = known.get(name);
    if (before != null && isFresh(before, KEPT)) {
      if (text.isSignedBy(before.key())) {
        return true;
      }
      if (isFresh(before, SUSPECT)) {
        return false;
      }
    }
    known.remove(name);
    var key = fetched(text.kid(), byService);
    known.put(name, new Known(key, clock.instant()));
    return text.isSignedBy(key);
  }

  private boolean isFresh(Known it, Duration age) {
    return clock.instant().isBefore(it.since().plus(age));
  }

  private RsaJwk fetched(String kid, boolean byService) throws IOException {
    var key = byService ? serviceKey(kid) : destinationKey(kid);
    if (!key.kid().equals(kid)) {
      throw new JoseException("another key was given than the one that was asked for");
    }
    return key;
  }

  private RsaJwk serviceKey(String kid) throws IOException {
    for (var it : api.serviceKeys()) {
      if (kid.equals(it.path("kid").asString(""))) {
        return RsaJwk.of(it);
      }
    }
    throw new JoseException("the delivery service has no such key");
  }

  private RsaJwk destinationKey(String kid) throws IOException {
    try {
      var key = api.key(destination, kid);
      rule.accept(key);
      return key;
    } catch (FitConnectException e) {
      throw e.isUnknown() ? new JoseException("the destination has no such key", e) : e;
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.CERTIFICATE_REFUSED) {
        throw e;
      }
      throw new JoseException(e.details(), e);
    }
  }
}
