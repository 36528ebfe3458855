package de.amtsbote.osci.client;

import de.amtsbote.osci.model.ChunkInformation;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.spool.SpoolFile;
import de.amtsbote.osci.transport.TransportException;
import de.amtsbote.osci.wire.ComposedMessage;
import de.amtsbote.osci.wire.IncomingMessage;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a complete storeDelivery chunk by chunk. After a broken connection it asks which chunks
 * arrived, and goes on with the first that did not.
 */
final class ChunkedSending {

  private static final Logger LOG = LoggerFactory.getLogger(ChunkedSending.class);
  private final Exchange exchange;
  private final Orders orders;
  private final Chunking chunking;
  private final MessageId id;
  private final X509Certificate addressee;

  ChunkedSending(
      Exchange exchange,
      Orders orders,
      Chunking chunking,
      MessageId id,
      X509Certificate addressee) {
    this.exchange = exchange;
    this.orders = orders;
    this.chunking = chunking;
    this.id = id;
    this.addressee = addressee;
  }

  /** What became of the delivery; throws nothing for what the peer does. */
  SendOutcome send(ComposedMessage message) throws IOException {
    try {
      if (!arrived().isEmpty()) {
        // octets of an earlier attempt of a process that is gone: they do not fit to ours
        return new SendOutcome.Unclear(
            new FeedbackException(Feedback.of(FeedbackCode.CHUNK_EXISTS)));
      }
    } catch (FeedbackException e) {
      return Sending.refused(e);
    }
    long size = chunking.sizeFor(exchange.peer());
    long total =
        (message.length() + size * ChunkInformation.KIB - 1) / (size * ChunkInformation.KIB);
    try (var octets = message.open()) {
      for (long number = 1; number <= total; number++) {
        long whole = (message.length() + ChunkInformation.KIB - 1) / ChunkInformation.KIB;
        var information = new ChunkInformation(number, size, total, whole, null);
        try (var chunk = next(octets, size * ChunkInformation.KIB)) {
          var outcome = send(information, chunk);
          if (outcome.isPresent()) {
            return outcome.get();
          }
        }
      }
    }
    return unclear("the last chunk was taken, but nothing is said of the delivery");
  }

  private SpoolFile next(InputStream octets, long size) throws IOException {
    var chunk = exchange.spool().create();
    try {
      var buffer = new byte[64 << 10];
      long left = size;
      int count;
      while (left > 0
          && (count = octets.read(buffer, 0, (int) Math.min(buffer.length, left))) >= 0) {
        chunk.output().write(buffer, 0, count);
        left -= count;
      }
      chunk.finish();
      return chunk;
    } catch (IOException | RuntimeException e) {
      chunk.close();
      throw e;
    }
  }

  /** Sends one chunk; empty if it arrived and others have to follow. */
  private Optional<SendOutcome> send(ChunkInformation chunk, SpoolFile octets) throws IOException {
    boolean last = chunk.number().equals(chunk.total());
    for (int attempt = 1; ; attempt++) {
      var control = ControlBlock.implicit(exchange.challenge());
      var order = orders.partialStore(control, id, addressee, chunk, octets::open);
      try (var composed = exchange.compose(order);
          var answer = exchange.send(order, composed)) {
        return judge(answer, last);
      } catch (TransportException e) {
        if (attempt >= chunking.attempts() || !e.fate().isTransient()) {
          return Optional.of(last ? new SendOutcome.Unclear(e) : new SendOutcome.Postponed(e));
        }
        LOG.info("chunk {} of {} may be lost: {}", chunk.number(), chunk.total(), e.toString());
        chunking.rest();
        var arrived = arrivedAfter(e);
        if (arrived.isEmpty() && last && e.fate() == TransportException.Fate.UNCLEAR) {
          // the intermediary has joined them and forgotten them: the process card tells
          return Optional.of(new SendOutcome.Unclear(e));
        }
        if (arrived.contains(chunk.number()) && !last) {
          return Optional.empty();
        }
      }
    }
  }

  /** If the intermediary is still away, the chunk is simply sent again. */
  private List<Long> arrivedAfter(TransportException broken) throws IOException {
    try {
      return arrived();
    } catch (TransportException e) {
      return List.of(0L);
    }
  }

  private List<Long> arrived() throws IOException {
    var control = ControlBlock.implicit(exchange.challenge());
    var order = orders.partialStoreInfo(control, id, addressee);
    try (var composed = exchange.compose(order);
        var answer = exchange.send(order, composed)) {
      OsciDialog.requireExecuted(answer);
      var chunk = answer.order().chunk();
      return chunk == null || chunk.received() == null ? List.of() : chunk.received();
    }
  }

  private static Optional<SendOutcome> judge(IncomingMessage answer, boolean last) {
    var feedback = answer.order().feedback();
    var inside = answer.order().insideFeedback();
    if (inside != null) {
      return Optional.of(Sending.outcome(inside, answer));
    }
    if (feedback.has(FeedbackCode.CHUNK_EXISTS)) {
      return last
          ? Optional.of(new SendOutcome.Unclear(new FeedbackException(feedback)))
          : Optional.empty();
    }
    if (!feedback.isExecuted()) {
      return Optional.of(Sending.outcome(feedback, answer));
    }
    return last
        ? Optional.of(new SendOutcome.Unclear(new FeedbackException(feedback)))
        : Optional.empty();
  }

  private static SendOutcome unclear(String why) {
    return new SendOutcome.Unclear(new IOException(why));
  }
}
