package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.HandOvers;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.ReceiptPace;
import de.amtsbote.gateway.message.ReceiptStore;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.xta.XtaReport;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters transport reports, and what follows from them, into the store. */
final class ReportBook {

  private static final int LONGEST_CODE = 60;

  private final MessageStore messages;
  private final TransmissionStore transmissions;
  private final ReceiptStore receipts;
  private final HandOvers handOvers;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final ReceiptPace pace;

  ReportBook(
      MessageStore messages,
      TransmissionStore transmissions,
      ReceiptStore receipts,
      HandOvers handOvers,
      TransactionTemplate transaction,
      Clock clock,
      ReceiptPace pace) {
    this.messages = messages;
    this.transmissions = transmissions;
    this.receipts = receipts;
    this.handOvers = handOvers;
    this.transaction = transaction;
    this.clock = clock;
    this.pace = pace;
  }

  /**
   * Enters a report.
   *
   * @param asked when it was asked for
   */
  void enter(Transmission transmission, XtaReport report, Instant asked) {
    var times = XtaReceipts.times(report);
    if (report.status() == XtaReport.Status.RED) {
      transaction.executeWithoutResult(status -> failed(transmission, report, asked));
    } else if (report.status() != XtaReport.Status.OPEN || times.received() != null) {
      transaction.executeWithoutResult(status -> received(transmission, report, asked));
    } else {
      var next = clock.instant().plus(pace.next(transmission));
      receipts.seen(transmission.id(), times, null, asked, next);
    }
  }

  /** Asks again later, the later the more often it was in vain. */
  void later(Transmission transmission) {
    receipts.checkLater(transmission.id(), pace.next(transmission));
  }

  private void received(Transmission transmission, XtaReport report, Instant asked) {
    var id = transmission.messageId();
    // the row of the message first, as everybody who changes both
    messages.lock(id);
    receipts.seen(transmission.id(), XtaReceipts.times(report), null, asked, null);
    transmissions.delivered(transmission.id());
    messages.note(id, TimelineEvent.RECEIPT, note(transmission, report));
    handOvers.received(id, note(transmission, report));
  }

  /** Status red: it did not and will not arrive, and the entries say why. */
  private void failed(Transmission transmission, XtaReport report, Instant asked) {
    var id = transmission.messageId();
    messages.lock(id);
    receipts.seen(transmission.id(), XtaReceipts.times(report), null, asked, null);
    var why =
        new GatewayException(
            ErrorCode.XTA_REPORTED_RED,
            "XTA server %s: %s"
                .formatted(transmission.destination(), codes(report, XtaReport.Level.ERROR)));
    messages.note(id, TimelineEvent.RECEIPT, note(transmission, report));
    if (messages.get(id).state().canMoveTo(MessageState.REJECTED)) {
      messages.reject(id, why);
    }
  }

  private static Note note(Transmission transmission, XtaReport report) {
    var details = new TreeMap<String, String>();
    var times = XtaReceipts.times(report);
    details.put("server", transmission.destination());
    details.put("xtaMessageId", transmission.osciMessageId());
    details.put("status", Integer.toString(report.status().ordinal()));
    details.put("initialSend", Objects.toString(times.created(), ""));
    details.put("delivery", Objects.toString(times.forwarded(), ""));
    details.put("reception", Objects.toString(times.received(), ""));
    details.put("warnings", codes(report, XtaReport.Level.WARNING));
    details.values().removeIf(String::isEmpty);
    return Note.of(details);
  }

  /** The codes only: what people wrote there is nobody's business here. */
  private static String codes(XtaReport report, XtaReport.Level level) {
    return report.entries().stream()
        .filter(it -> it.level() == level && it.code() != null)
        .map(it -> it.code().substring(0, Math.min(LONGEST_CODE, it.code().length())))
        .distinct()
        .limit(20)
        .collect(Collectors.joining(" "));
  }
}
