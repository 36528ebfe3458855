package de.amtsbote.gateway.simulator.fitconnect;

import de.amtsbote.gateway.fitconnect.AuthenticationTags;
import de.amtsbote.gateway.fitconnect.SubmissionEvent;
import de.amtsbote.gateway.fitconnect.SubmissionEvent.Type;
import de.amtsbote.gateway.fitconnect.jose.JoseException;
import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import de.amtsbote.gateway.fitconnect.jose.SignedText;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/** The event logs of all cases. */
final class Events {

  private final String issuer;
  private final RsaJwk key;
  private final Clock clock;
  private final Map<UUID, List<String>> logs = new ConcurrentHashMap<>();

  /**
   * Empty logs.
   *
   * @param key what events are signed with
   */
  Events(String issuer, RsaJwk key, Clock clock) {
    this.issuer = issuer;
    this.key = key;
    this.clock = clock;
  }

  List<String> of(UUID caseId) {
    return List.copyOf(logs.getOrDefault(caseId, List.of()));
  }

  /** The delivery service says what happened; null for no tags. */
  void say(HeldSubmission about, Type type, AuthenticationTags tags, boolean forged)
      throws JoseException {
    var event =
        new SubmissionEvent(
            UUID.randomUUID(),
            type,
            issuer,
            about.id,
            about.caseId,
            clock.instant(),
            SubmissionEvent.SCHEMA,
            JsonMapper.shared()
                .valueToTree(tags == null ? Map.of() : Map.of("authenticationTags", tags.json())));
    var signed = event.sign(key);
    add(about.caseId, forged ? forgery(signed) : signed);
  }

  /** The signature of somebody who has not the key. */
  private static String forgery(String signed) {
    var at = signed.lastIndexOf('.') + 20;
    return signed.substring(0, at)
        + (signed.charAt(at) == 'A' ? 'B' : 'A')
        + signed.substring(at + 1);
  }

  /**
   * A subscriber says something.
   *
   * @return what it says
   * @throws JoseException when it may not, or not so
   */
  SubmissionEvent take(HeldSubmission about, String text) throws JoseException {
    var signed = SignedText.parse(text);
    var event =
        SubmissionEvent.of(signed).orElseThrow(() -> new JoseException("not about a submission"));
    var own = about.destination;
    var verification =
        RsaJwk.of(JsonMapper.shared().valueToTree(SampleJwk.published(own.signing())));
    if (!signed.kid().equals(own.signing().kid())
        || !signed.isSignedBy(verification)
        || !event.issuer().equals(own.id().toString())
        || !event.submission().equals(about.id)
        || !event.caseId().equals(about.caseId)
        || !SubmissionEvent.SCHEMA.equals(event.schema())) {
      throw new JoseException("the event is not one of this destination about this submission");
    }
    add(about.caseId, text);
    return event;
  }

  private void add(UUID caseId, String event) {
    logs.computeIfAbsent(caseId, it -> new CopyOnWriteArrayList<>()).add(event);
  }
}
