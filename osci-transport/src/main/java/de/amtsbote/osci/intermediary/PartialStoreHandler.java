package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.content.StoredPart;
import de.amtsbote.osci.endpoint.FaultException;
import de.amtsbote.osci.endpoint.OsciService;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.mailbox.ChunkStore;
import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.mailbox.PartSource;
import de.amtsbote.osci.model.ChunkInformation;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.IncomingMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * partialStoreDelivery: keeps one chunk of a storeDelivery, and executes that when all are there.
 * Its feedback comes back inside of the answer to the last chunk.
 */
final class PartialStoreHandler implements OrderHandler {

  private final ChunkedTransfers transfers;
  private final MailboxStore mailboxes;
  private final OsciService intermediary;

  PartialStoreHandler(
      ChunkedTransfers transfers, MailboxStore mailboxes, OsciService intermediary) {
    this.transfers = transfers;
    this.mailboxes = mailboxes;
    this.intermediary = intermediary;
  }

  private record Chunk(StoredPart part) implements PartSource {

    @Override
    public String name() {
      return part.name();
    }

    @Override
    public long length() {
      return part.octets().length();
    }

    @Override
    public InputStream open() throws IOException {
      return part.octets().open();
    }
  }

  @Override
  public Outcome handle(Request request) throws IOException {
    var order = request.order();
    if (order.messageId() == null) {
      return refused(order.chunk(), List.of(), FeedbackCode.MESSAGE_ID_MISSING);
    }
    var id = order.messageId().complete();
    var transfer = ChunkedTransfers.incoming(request.mailbox().orElse(""), id.value());
    var known = transfers.store().numbers(transfer);
    if (order.infoOnly()) {
      return Outcome.done(Order.builder().chunk(state(null, known)));
    }
    if (isComplete(order.chunk(), known)) {
      return complete(order.chunk(), known, id, transfer);
    }
    var error = judge(request, id, known);
    return error.isPresent()
        ? refused(order.chunk(), known, error.get())
        : take(request, id, transfer);
  }

  /** The last chunk again: its answer got lost, or the message inside could not be executed yet. */
  private static boolean isComplete(ChunkInformation chunk, List<Long> known) {
    return chunk != null
        && chunk.number() != null
        && chunk.total() != null
        && known.contains(chunk.number())
        && isWhole(known, chunk.total());
  }

  /** Whether all chunks are there, and none beyond. */
  private static boolean isWhole(List<Long> known, long total) {
    return known.size() == total && known.stream().noneMatch(number -> number > total);
  }

  private Optional<FeedbackCode> judge(Request request, MessageId id, List<Long> known) {
    var chunk = request.order().chunk();
    var parts = request.message().content().parts();
    if (chunk == null || chunk.total() == null || chunk.number() == null || parts.size() != 1) {
      return Optional.of(FeedbackCode.CHUNK_INFORMATION_WRONG);
    }
    if (chunk.number() < 1 || chunk.number() > chunk.total()) {
      return Optional.of(FeedbackCode.CHUNK_NUMBER_WRONG);
    }
    if (chunk.total() > transfers.policy().mostChunks()) {
      return Optional.of(FeedbackCode.CHUNKED_MESSAGE_TOO_BIG);
    }
    if (known.contains(chunk.number())) {
      return Optional.of(FeedbackCode.CHUNK_EXISTS);
    }
    if (known.stream().anyMatch(number -> number > chunk.total())) {
      return Optional.of(FeedbackCode.CHUNK_INFORMATION_WRONG);
    }
    return judgeSize(request, id, parts.get(0).octets().length())
        .or(
            () ->
                mailboxes.isUnused(id.value())
                    ? Optional.empty()
                    : Optional.of(FeedbackCode.MESSAGE_ID_UNKNOWN));
  }

  private Optional<FeedbackCode> judgeSize(Request request, MessageId id, long length) {
    var chunk = request.order().chunk();
    var policy = transfers.policy();
    var client = request.mailbox().orElse("");
    long before = transfers.store().size(ChunkedTransfers.incoming(client, id.value()));
    boolean last = chunk.number().equals(chunk.total());
    if (length > policy.largest()) {
      return Optional.of(FeedbackCode.CHUNK_TOO_BIG);
    }
    if (length < policy.smallest() && !last) {
      return Optional.of(FeedbackCode.CHUNK_TOO_SMALL);
    }
    boolean announcedTooBig =
        chunk.totalSize() != null && chunk.totalSize() > policy.message() / ChunkInformation.KIB;
    if (transfers.store().held(ChunkedTransfers.ofClient(client)) + length > policy.client()) {
      return Optional.of(FeedbackCode.EXECUTION_FAILED);
    }
    return announcedTooBig || before + length > policy.message()
        ? Optional.of(FeedbackCode.CHUNKED_MESSAGE_TOO_BIG)
        : Optional.empty();
  }

  private Outcome take(Request request, MessageId id, String transfer) throws IOException {
    ChunkStore store = transfers.store();
    var chunk = request.order().chunk();
    var part = new Chunk(request.message().content().parts().get(0));
    if (!store.put(transfer, chunk.number(), part, request.at())) {
      return refused(chunk, store.numbers(transfer), FeedbackCode.CHUNK_EXISTS);
    }
    var known = store.numbers(transfer);
    return isWhole(known, chunk.total())
        ? complete(chunk, known, id, transfer)
        : Outcome.done(Order.builder().chunk(state(chunk, known)));
  }

  private Outcome complete(ChunkInformation chunk, List<Long> known, MessageId id, String transfer)
      throws IOException {
    var inner = executeInner(id, transfer);
    transfers.store().remove(transfer);
    var answer =
        Order.builder()
            .chunk(state(chunk, known))
            .insideFeedback(inner.feedback())
            .processCard(inner.processCard().orElse(null));
    return inner.feedback().isExecuted()
        ? Outcome.done(answer, List.of(FeedbackCode.CHUNKED_INNER_FEEDBACK))
        : new Outcome(
            Optional.of(FeedbackCode.CHUNKED_INNER_ERROR), List.of(), answer, Optional.empty());
  }

  private Order executeInner(MessageId id, String transfer) throws IOException {
    var expected = new Expectations(Set.of(MessageType.STORE_DELIVERY), false, false);
    try (var octets = transfers.store().open(transfer);
        var message = transfers.reader().read(octets, expected)) {
      return isMeant(message, id)
          ? execute(message)
          : innerError(FeedbackCode.CHUNK_INFORMATION_WRONG);
    } catch (FaultException e) {
      return innerError(e.code());
    } catch (OsciException e) {
      return innerError(e.error().feedback().orElse(FeedbackCode.NO_VALID_MESSAGE));
    }
  }

  private static boolean isMeant(IncomingMessage message, MessageId id) {
    return id.equals(message.order().messageId()) && !message.control().inDialog();
  }

  private Order execute(IncomingMessage message) throws IOException {
    try (var answer = intermediary.execute(message)) {
      return answer.message().order();
    }
  }

  private static Order innerError(FeedbackCode code) {
    return Order.builder().feedback(Feedback.of(code)).build();
  }

  private static Outcome refused(ChunkInformation asked, List<Long> known, FeedbackCode code) {
    var answer = Order.builder().chunk(state(asked, known));
    return new Outcome(Optional.of(code), List.of(), answer, Optional.empty());
  }

  private static ChunkInformation state(ChunkInformation asked, List<Long> known) {
    return asked == null || asked.number() == null
        ? new ChunkInformation((long) known.size(), null, null, null, known)
        : new ChunkInformation(asked.number(), null, asked.total(), null, known);
  }
}
