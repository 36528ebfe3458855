package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.mailbox.PartSource;
import de.amtsbote.osci.mailbox.StoredDelivery;
import de.amtsbote.osci.model.ChunkInformation;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import de.amtsbote.osci.wire.ComposedMessage;
import de.amtsbote.osci.wire.MessageHead;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * partialFetchDelivery: gives a slice of a complete answer to fetchDelivery, which is composed once
 * and kept until the delivery is received; so a client may go on in another dialog. A delivery that
 * fits into one chunk is given whole.
 */
final class PartialFetchHandler implements OrderHandler {

  private final ChunkedTransfers transfers;
  private final FetchHandler fetch;
  private final Answers answers;
  private final Spool spool;

  PartialFetchHandler(
      ChunkedTransfers transfers, FetchHandler fetch, Answers answers, Spool spool) {
    this.transfers = transfers;
    this.fetch = fetch;
    this.answers = answers;
    this.spool = spool;
  }

  private record Whole(ComposedMessage composed) implements PartSource {

    @Override
    public String name() {
      return "answer";
    }

    @Override
    public long length() {
      return composed.length();
    }

    @Override
    public InputStream open() throws IOException {
      return composed.open();
    }
  }

  @Override
  public Outcome handle(Request request) throws IOException {
    var asked = request.order().chunk();
    var wrong = judge(asked);
    if (wrong.isPresent()) {
      return refused(asked, wrong.get());
    }
    var found = fetch.find(request);
    if (found.delivery().isEmpty()) {
      return refused(asked, FeedbackCode.NO_DELIVERY);
    }
    boolean small = sizeOf(found.delivery().get()) <= asked.size() * ChunkInformation.KIB;
    return asked.number() == 1 && small
        ? fetch.give(request, found).as(MessageType.RESPONSE_TO_FETCH_DELIVERY)
        : slice(request, asked, found);
  }

  private Optional<FeedbackCode> judge(ChunkInformation asked) {
    if (asked == null || asked.number() == null || asked.size() == null) {
      return Optional.of(FeedbackCode.CHUNK_INFORMATION_WRONG);
    }
    if (asked.number() < 1) {
      return Optional.of(FeedbackCode.CHUNK_NUMBER_WRONG);
    }
    if (asked.size() > transfers.policy().largest() / ChunkInformation.KIB) {
      return Optional.of(FeedbackCode.CHUNK_TOO_BIG);
    }
    return asked.size() < 1 || asked.size() * ChunkInformation.KIB < transfers.policy().smallest()
        ? Optional.of(FeedbackCode.CHUNK_TOO_SMALL)
        : Optional.empty();
  }

  /** Octets of the content; what comes on top of it is small. */
  private static long sizeOf(StoredDelivery delivery) {
    return delivery.parts().stream().mapToLong(PartSource::length).sum();
  }

  private Outcome slice(Request request, ChunkInformation asked, FetchHandler.Found found)
      throws IOException {
    var id = found.delivery().orElseThrow().messageId();
    var transfer = ChunkedTransfers.outgoing(request.mailbox().orElseThrow(), id);
    if (transfers.store().numbers(transfer).isEmpty()) {
      compose(request, found, transfer);
    }
    long size = asked.size() * ChunkInformation.KIB;
    long whole = transfers.store().size(transfer);
    long total = (whole + size - 1) / size;
    if (asked.number() > total) {
      return refused(asked, FeedbackCode.CHUNK_NUMBER_WRONG);
    }
    long offset = (asked.number() - 1) * size;
    try (var in = transfers.store().open(transfer, offset, Math.min(size, whole - offset))) {
      var information =
          new ChunkInformation(
              asked.number(),
              null,
              total,
              (whole + ChunkInformation.KIB - 1) / ChunkInformation.KIB,
              null);
      var order =
          Order.builder()
              .selection(request.order().selection())
              .chunk(information)
              .messageId(new MessageId(id));
      var last = isLast(asked, total) ? Optional.of(id) : Optional.<String>empty();
      return new Outcome(
          Optional.empty(),
          found.more() ? List.of(FeedbackCode.MORE_DELIVERIES) : List.of(),
          order,
          Optional.of(delivery(last, spool.copyOf(in))));
    }
  }

  private static Outcome.Delivery delivery(Optional<String> last, SpoolFile octets) {
    var container =
        ContentContainer.builder(ChunkedTransfers.CONTAINER)
            .attachment(ChunkedTransfers.CONTENT, ChunkedTransfers.ATTACHMENT, octets::open)
            .build();
    return new Outcome.Delivery(
        last, RoleCertificates.NONE, List.of(), ContentPackage.of(container), octets::close);
  }

  /** With this chunk the client has all: its next order acknowledges the delivery. */
  private static boolean isLast(ChunkInformation asked, long total) {
    var there = new HashSet<>(asked.received() == null ? List.<Long>of() : asked.received());
    there.add(asked.number());
    return there.size() >= total && LongStream.rangeClosed(1, total).allMatch(there::contains);
  }

  private void compose(Request request, FetchHandler.Found found, String transfer)
      throws IOException {
    var asked = request.message().head();
    var control =
        new ControlBlock(
            asked.control().conversationId(),
            asked.control().sequenceNumber(),
            asked.control().challenge(),
            Nonces.challenge());
    var head =
        new MessageHead(
            MessageType.FETCH_DELIVERY,
            control,
            asked.certificates(),
            asked.languages(),
            asked.transport());
    try (var answer =
            answers.to(
                head,
                request.admission(),
                control,
                FeedbackCode.EXECUTED_DIALOG_OPEN,
                fetch.give(request, found));
        var composed = transfers.composer().compose(answer.message(), answer.security())) {
      transfers.store().put(transfer, 1, new Whole(composed), request.at());
    }
  }

  private static Outcome refused(ChunkInformation asked, FeedbackCode code) {
    var number = asked == null || asked.number() == null ? 0L : asked.number();
    var chunk = new ChunkInformation(number, null, null, null, null);
    return new Outcome(
        Optional.of(code), List.of(), Order.builder().chunk(chunk), Optional.empty());
  }
}
