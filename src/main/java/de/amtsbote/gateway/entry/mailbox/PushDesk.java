package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.directory.OsciChannel;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.directory.Wanted;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.osci.AwaitedAnswerStore;
import de.amtsbote.gateway.osci.OsciReplies;
import de.amtsbote.gateway.osci.OsciTrust;
import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.recipient.Reply;
import de.amtsbote.osci.trust.CertificateUse;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for the answer to a delivery that is processed, and hands it out; what comes later, or
 * could not be sent, goes by itself.
 */
final class PushDesk {

  private static final long ROUND = Duration.ofMillis(100).toNanos();
  private static final int ROUNDS_A_SECOND = 10;
  private static final Set<MessageState> NO_ANSWER =
      EnumSet.of(
          MessageState.REJECTED, MessageState.PARKED, MessageState.CANCELLED, MessageState.EXPIRED);
  private static final Set<MessageState> ANSWERED =
      EnumSet.of(MessageState.SENT, MessageState.DELIVERED, MessageState.COMPLETED);

  private final AwaitedAnswerStore awaited;
  private final OsciReplies replies;
  private final OsciTrust trust;
  private final Partners partners;
  private final MessageStore messages;
  private final CorrelationStore correlations;
  private final Clock clock;

  PushDesk(
      AwaitedAnswerStore awaited,
      OsciReplies replies,
      OsciTrust trust,
      Partners partners,
      MessageStore messages,
      CorrelationStore correlations,
      Clock clock) {
    this.awaited = awaited;
    this.replies = replies;
    this.trust = trust;
    this.partners = partners;
    this.messages = messages;
    this.correlations = correlations;
    this.clock = clock;
  }

  /** From now on the answer to this message is given to who waits. */
  void expect(MessageId message, Duration time) {
    awaited.await(message, clock.instant().plus(time));
  }

  /** Whether these and nobody else signed the delivery that the message was made of. */
  boolean isSignedBy(MessageId message, Set<String> authors) {
    var signers =
        messages.timeline(message).stream()
            .filter(it -> it.event() == TimelineEvent.SIGNED_BY)
            .map(it -> it.details().get("fingerprint"))
            .toList();
    return authors.isEmpty() ? signers.isEmpty() : signers.contains(String.join(" ", authors));
  }

  /** The answer that a delivery got when it was brought before. */
  Optional<Message> earlier(MessageId message) {
    return correlations.repliesTo(message).stream()
        .map(messages::get)
        .filter(it -> ANSWERED.contains(it.state()))
        .findFirst();
  }

  /** Waits until the answer is there; empty when none came in time, or none will. */
  Optional<Message> await(MessageId message, Duration time) {
    var end = System.nanoTime() + time.toNanos();
    for (var round = 1; System.nanoTime() - end < 0 && !Thread.interrupted(); round++) {
      var answer = awaited.take(message);
      if (answer.isPresent()) {
        return answer.map(messages::get);
      }
      if (round % ROUNDS_A_SECOND == 0 && NO_ANSWER.contains(messages.get(message).state())) {
        break;
      }
      LockSupport.parkNanos(ROUND);
    }
    awaited.lapse(message);
    return Optional.empty();
  }

  /**
   * Makes sure that the answer goes to whoever wrote the question. A name is easily written into a
   * message, and a certificate into the order that carries it, so both are compared with what the
   * directory has for the reader of the answer.
   *
   * @param authors SHA-1 of the certificates that signed the question
   * @throws GatewayException CERTIFICATE_REFUSED when somebody else asked, READER_UNKNOWN when the
   *     directory does not know the author, DIRECTORY_UNAVAILABLE and the like when it cannot tell
   */
  void requireAuthor(Message answer, Set<String> authors, X509Certificate originator) {
    var channel = channelOf(answer);
    if (channel.filter(it -> it.hasSignedAlone(authors)).isEmpty()) {
      throw refused("its question is not signed, and by nobody else, by the author it names");
    }
    if (channel.filter(it -> it.cipherCertificate().equals(originator)).isEmpty()) {
      throw refused("its question wants it encrypted for somebody else than the author it names");
    }
  }

  private Optional<OsciChannel> channelOf(Message answer) {
    var traits = answer.traits();
    if (traits.reader() == null) {
      return Optional.empty();
    }
    var wanted = Wanted.of(traits.reader(), traits.service(), traits);
    return Optional.ofNullable(partners.find(wanted).partner().osci());
  }

  private static GatewayException refused(String why) {
    return new GatewayException(
        ErrorCode.CERTIFICATE_REFUSED, "the answer is not given at once: " + why);
  }

  /**
   * The answer for the originator of the delivery.
   *
   * @param release run when the answer was sent, or cannot be
   * @throws GatewayException CERTIFICATE_REFUSED when it must not be encrypted for him
   */
  Reply reply(
      Message answer,
      ClientIdentity identity,
      X509Certificate originator,
      String content,
      Runnable release) {
    trust.require(originator, CertificateUse.CIPHER, "the originator");
    return replies.of(answer, identity, originator, content, release);
  }

  /** The answer was sent. */
  void given(MessageId message) {
    awaited.given(message);
  }

  /** It was not, and goes by itself. */
  void lapse(MessageId message) {
    awaited.lapse(message);
  }
}
