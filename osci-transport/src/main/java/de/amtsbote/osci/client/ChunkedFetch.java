package de.amtsbote.osci.client;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.ChunkInformation;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.spool.SpoolFile;
import de.amtsbote.osci.wire.IncomingMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches one delivery chunk by chunk. When the connection breaks it goes on with the missing chunk
 * in a new dialog; nothing is acknowledged by that, because the intermediary counts a delivery as
 * received only after the order that follows its last chunk.
 */
final class ChunkedFetch {

  private static final Logger LOG = LoggerFactory.getLogger(ChunkedFetch.class);

  private final Exchange exchange;
  private final Orders orders;
  private final DialogLine line;
  private final Chunking chunking;
  private final List<Long> received = new ArrayList<>();

  ChunkedFetch(Exchange exchange, Orders orders, DialogLine line, Chunking chunking) {
    this.exchange = exchange;
    this.orders = orders;
    this.line = line;
    this.chunking = chunking;
  }

  /** The answer that carries the delivery; empty if none matches. */
  Optional<IncomingMessage> fetch(SelectionRule rule) throws IOException {
    long size = chunking.sizeFor(line.peer());
    var first =
        line.sendKeepingAnswer(control -> orders.partialFetch(control, rule, chunk(1, size)));
    if (first.type() == MessageType.RESPONSE_TO_FETCH_DELIVERY) {
      return Optional.of(first);
    }
    try (first) {
      if (first.order().feedback().has(FeedbackCode.NO_DELIVERY)) {
        return Optional.empty();
      }
      OsciDialog.requireExecuted(first);
      return Optional.of(complete(first, rule, size));
    }
  }

  private ChunkInformation chunk(long number, long size) {
    return new ChunkInformation(number, size, null, null, List.copyOf(received));
  }

  private IncomingMessage complete(IncomingMessage first, SelectionRule rule, long size)
      throws IOException {
    var information = first.order().chunk();
    if (information == null || information.total() == null || information.total() < 1) {
      throw new OsciException(Rule.STRUCTURE, "ChunkInformation");
    }
    var same = first.order().messageId() == null ? rule : byId(first.order().messageId());
    var whole = exchange.spool().create();
    try {
      append(first, whole);
      for (long number = 2; number <= information.total(); number++) {
        append(number, size, same, information, whole);
      }
      whole.finish();
    } catch (IOException | RuntimeException e) {
      whole.close();
      throw e;
    }
    return exchange.readCarried(whole);
  }

  private static SelectionRule byId(MessageId id) {
    return SelectionRule.byId(id);
  }

  private void append(
      long number, long size, SelectionRule rule, ChunkInformation expected, SpoolFile whole)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      try (var answer =
          line.send(control -> orders.partialFetch(control, rule, chunk(number, size)))) {
        OsciDialog.requireExecuted(answer);
        requireSameWhole(expected, answer.order().chunk());
        append(answer, whole);
        return;
      } catch (FeedbackException e) {
        throw e;
      } catch (IOException e) {
        if (attempt >= chunking.attempts() || e instanceof ChangedWhole) {
          throw e;
        }
        LOG.info("chunk {} did not arrive, once more: {}", number, e.toString());
        again(attempt);
      }
    }
  }

  private void again(int attempt) throws IOException {
    for (int tried = attempt; ; tried++) {
      chunking.rest();
      try {
        line.begin();
        return;
      } catch (IOException e) {
        if (tried >= chunking.attempts()) {
          throw e;
        }
      }
    }
  }

  /** The intermediary composed its answer anew, so slices of both do not fit together. */
  private static final class ChangedWhole extends OsciException {

    private static final long serialVersionUID = 1L;

    ChangedWhole() {
      super(Rule.STRUCTURE, "the chunked answer changed on its way");
    }
  }

  private static void requireSameWhole(ChunkInformation expected, ChunkInformation told)
      throws ChangedWhole {
    if (told == null
        || !expected.total().equals(told.total())
        || expected.totalSize() != null && !expected.totalSize().equals(told.totalSize())) {
      throw new ChangedWhole();
    }
  }

  private void append(IncomingMessage answer, SpoolFile whole) throws IOException {
    var parts = answer.content().parts();
    if (parts.size() != 1 || parts.get(0).octets().length() == 0) {
      throw new OsciException(Rule.STRUCTURE, "the answer carries no chunk");
    }
    if (whole.length() + parts.get(0).octets().length() > exchange.largestMessage()) {
      throw new OsciException(Rule.MIME_LIMIT, "chunked message");
    }
    try (var in = parts.get(0).octets().open()) {
      in.transferTo(whole.output());
    }
    received.add((long) received.size() + 1);
  }
}
