package de.amtsbote.gateway.simulator.dvdv;

import de.amtsbote.gateway.directory.dvdv.api.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives tokens to those who prove to hold the key of a client certificate, and knows them again.
 */
final class Tokens {

  private static final int UNAUTHORIZED = 401;
  private static final int PARTS = 3;
  private static final int LENGTH = 24;
  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final List<X509Certificate> clients;
  private final Duration lifetime;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Instant> given = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  Tokens(List<X509Certificate> clients, Duration lifetime, Clock clock) {
    this.clients = clients;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /** How many were given. */
  int count() {
    return count.get();
  }

  /** Lets all tokens that were given end now. */
  void expire() {
    given.clear();
  }

  boolean knows(String authorization, String scheme) {
    var prefix = scheme + " ";
    if (authorization == null || !authorization.startsWith(prefix)) {
      return false;
    }
    var end = given.get(authorization.substring(prefix.length()));
    return end != null && clock.instant().isBefore(end);
  }

  /** What a token request is answered with. */
  Outgoing give(Map<String, String> form) {
    if (!"client_credentials".equals(form.get("grant_type"))
        || !ASSERTION_TYPE.equals(form.get("client_assertion_type"))
        || !isProven(form.getOrDefault("client_assertion", ""))) {
      return refusal();
    }
    var octets = new byte[LENGTH];
    random.nextBytes(octets);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    given.put(token, clock.instant().plus(lifetime));
    count.incrementAndGet();
    var answer = new LinkedHashMap<String, Object>();
    answer.put("access_token", token);
    answer.put("expires_in", lifetime.toSeconds());
    answer.put("refresh_expires_in", 0);
    answer.put("token_type", "Bearer");
    answer.put("not-before-policy", 0);
    answer.put("scope", "dvdv2");
    return Outgoing.of(answer);
  }

  static Outgoing refusal() {
    return Outgoing.problem(
        UNAUTHORIZED,
        "AUTHENTICATION",
        "StandaloneAuthentication",
        "zu diesem Fingerabdruck gibt es kein Client-Zertifikat");
  }

  private boolean isProven(String jwt) {
    var parts = jwt.split("\\.", -1);
    if (parts.length != PARTS) {
      return false;
    }
    try {
      var head = MAPPER.readTree(Base64.getUrlDecoder().decode(parts[0]));
      var claims = MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
      var client = client(claims.path("sub").asString(""));
      return "RS256".equals(head.path("alg").asString(""))
          && client.isPresent()
          && (claims.path("exp").isMissingNode()
              || clock.instant().getEpochSecond() < claims.path("exp").asLong())
          && isSigned(client.get(), parts[0] + "." + parts[1], parts[2]);
    } catch (JacksonException | IllegalArgumentException | GeneralSecurityException e) {
      return false;
    }
  }

  private Optional<X509Certificate> client(String subject) {
    return clients.stream().filter(it -> subject.equals("fp:" + Fingerprint.of(it))).findFirst();
  }

  private static boolean isSigned(X509Certificate client, String text, String signature)
      throws GeneralSecurityException {
    var verifier = Signature.getInstance("SHA256withRSA");
    verifier.initVerify(client);
    verifier.update(text.getBytes(StandardCharsets.US_ASCII));
    return verifier.verify(Base64.getUrlDecoder().decode(signature));
  }
}
