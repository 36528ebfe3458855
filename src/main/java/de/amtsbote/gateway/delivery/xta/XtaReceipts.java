package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.message.CardTimes;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.ReceiptStore;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.xta.XtaAnswerException;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaReport;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Asks for the transport reports of messages that were sent and have not arrived, each less often
 * the longer it takes, for XTA servers call nobody back.
 */
final class XtaReceipts {

  private static final Logger LOG = LoggerFactory.getLogger(XtaReceipts.class);

  private final XtaServers servers;
  private final ReceiptStore receipts;
  private final ReportBook book;
  private final int batch;
  private final Clock clock;

  XtaReceipts(XtaServers servers, ReceiptStore receipts, ReportBook book, int batch, Clock clock) {
    this.servers = servers;
    this.receipts = receipts;
    this.book = book;
    this.batch = batch;
    this.clock = clock;
  }

  /** Asks for what is due now, until the node stops or is drained. */
  void poll(BooleanSupplier stopping) {
    var silent = new HashSet<String>();
    for (var due : receipts.dueForCheck(TransmissionKind.XTA, batch)) {
      if (stopping.getAsBoolean()) {
        return;
      }
      try {
        ask(due, silent);
      } catch (ConcurrencyFailureException e) {
        LOG.info("The report on {} is entered later: {}", due.messageId(), e.getMessage());
      } catch (RuntimeException e) {
        // what is wrong with one report must not keep all others waiting behind it
        LOG.error("The report on {} is not entered", due.messageId(), e);
        book.later(due);
      }
    }
  }

  /** A server that does not answer is asked once in a run, for it makes all others wait. */
  private void ask(Transmission due, Set<String> silent) {
    var server = due.destination();
    if (silent.contains(server)) {
      book.later(due);
      return;
    }
    try {
      var asked = clock.instant();
      book.enter(due, servers.remote(server).report(due.osciMessageId()), asked);
    } catch (XtaException e) {
      LOG.warn("XTA server {} reports nothing on {}: {}", server, due.messageId(), e.getMessage());
      book.later(due);
    } catch (GatewayException e) {
      LOG.warn("No report on {}: {} (incident {})", due.messageId(), e.getMessage(), e.incident());
      book.later(due);
    } catch (XtaAnswerException e) {
      LOG.warn("No report on {}: XTA server {}: {}", due.messageId(), server, e.getMessage());
      book.later(due);
    } catch (IOException e) {
      LOG.warn("XTA server {} does not answer; its reports wait", server);
      silent.add(server);
      book.later(due);
    }
  }

  /** What a report says in the terms of a process card. */
  static CardTimes times(XtaReport report) {
    var times = report.metadata().times();
    return new CardTimes(
        times.initialSend(), times.delivery(), first(times.reception(), times.initialFetch()));
  }

  private static Instant first(Instant one, Instant other) {
    return one == null ? other : one;
  }
}
