package de.amtsbote.gateway.fitconnect;

import de.amtsbote.gateway.fitconnect.SubmissionEvent.Type;
import de.amtsbote.gateway.fitconnect.jose.JoseException;
import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import de.amtsbote.gateway.fitconnect.jose.SignedText;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of a submission of which the signatures are good, and whose issuer may say such a
 * thing: the delivery service what it did itself, the destination what became of the submission.
 */
public final class EventLog {

  private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
  private static final Set<Type> OF_THE_SERVICE =
      Set.of(
          Type.CREATE_SUBMISSION,
          Type.SUBMIT_SUBMISSION,
          Type.NOTIFY_SUBMISSION,
          Type.DELETE_SUBMISSION,
          Type.REJECT_SUBMISSION,
          Type.OTHER);
  private static final Set<Type> OF_THE_DESTINATION =
      Set.of(Type.FORWARD_SUBMISSION, Type.REJECT_SUBMISSION, Type.ACCEPT_SUBMISSION, Type.OTHER);

  private final FitConnectApi api;
  private final UUID destination;
  private final EventKeys keys;

  private EventLog(FitConnectApi api, UUID destination, EventKeys keys) {
    this.api = api;
    this.destination = destination;
    this.keys = keys;
  }

  /** A log about submissions to a destination of our own. */
  public static EventLog ofOwn(FitConnectApi api, UUID destination, Clock clock) {
    return new EventLog(api, destination, new EventKeys(api, destination, key -> {}, clock));
  }

  /**
   * A log about submissions to a destination of others.
   *
   * @param rule throws CERTIFICATE_REFUSED for a key of the destination that counts for nothing
   */
  static EventLog ofReceiver(
      FitConnectApi api, UUID destination, Consumer<RsaJwk> rule, Clock clock) {
    return new EventLog(api, destination, new EventKeys(api, destination, rule, clock));
  }

  /**
   * The events of a submission, oldest first.
   *
   * @throws JoseException when one of them is not signed by whom it says, or not by who may
   */
  public List<SubmissionEvent> of(UUID submission, UUID caseId) throws IOException {
    var events = new ArrayList<SubmissionEvent>();
    for (var text : api.events(caseId)) {
      read(text, submission, caseId).ifPresent(events::add);
    }
    return events;
  }

  /** Those of the events that are signed as they must be; the others are passed over. */
  public List<SubmissionEvent> sound(UUID submission, UUID caseId) throws IOException {
    var events = new ArrayList<SubmissionEvent>();
    for (var text : api.events(caseId)) {
      try {
        read(text, submission, caseId).ifPresent(events::add);
      } catch (JoseException e) {
        LOG.warn("an event of submission {} counts for nothing: {}", submission, e.getMessage());
      }
    }
    return events;
  }

  private Optional<SubmissionEvent> read(String text, UUID submission, UUID caseId)
      throws IOException {
    var signed = SignedText.parse(text);
    var event = SubmissionEvent.of(signed).filter(it -> it.submission().equals(submission));
    if (event.isPresent()) {
      require(signed, event.get(), caseId);
    }
    return event;
  }

  /** The last event of a type. */
  public static Optional<SubmissionEvent> last(List<SubmissionEvent> events, Type type) {
    return events.stream().filter(it -> it.type() == type).reduce((first, second) -> second);
  }

  private void require(SignedText signed, SubmissionEvent event, UUID caseId) throws IOException {
    if (!event.caseId().equals(caseId)) {
      throw new JoseException("an event belongs to another case");
    }
    var ofService = event.issuer().equals(api.issuer());
    if (!ofService && !event.issuer().equals(destination.toString())) {
      throw new JoseException("an event comes from somebody else");
    }
    if (!(ofService ? OF_THE_SERVICE : OF_THE_DESTINATION).contains(event.type())) {
      throw new JoseException(event.type() + " was said by somebody who may not say it");
    }
    if (!keys.signed(signed, ofService)) {
      throw new JoseException("the signature of an event does not fit");
    }
  }
}
