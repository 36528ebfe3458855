package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.ReceiptStore;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.osci.client.OsciDialog;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.SelectionRule;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Asks for the process cards of messages whose receipt is due: by id, many in one order, one dialog
 * per intermediary and identity, each message less often the longer it waits.
 */
public final class OsciReceipts {

  private static final Logger LOG = LoggerFactory.getLogger(OsciReceipts.class);
  private static final int ROUNDS = 20;

  private final ReceiptStore receipts;
  private final Partners partners;
  private final Whereabouts whereabouts;
  private final OsciClients clients;
  private final OsciProperties.Receipts settings;
  private final ReceiptBook book;
  private final Clock clock;

  OsciReceipts(
      ReceiptStore receipts,
      Partners partners,
      Whereabouts whereabouts,
      OsciClients clients,
      OsciProperties.Receipts settings,
      ReceiptBook book,
      Clock clock) {
    this.receipts = receipts;
    this.partners = partners;
    this.whereabouts = whereabouts;
    this.clients = clients;
    this.settings = settings;
    this.book = book;
    this.clock = clock;
  }

  private record Desk(Intermediary intermediary, String identity) {}

  /**
   * Asks for everything that is due now, batch by batch, for a bounded number of batches, until the
   * node stops or is drained.
   */
  public void poll(BooleanSupplier stopping) {
    var silent = new HashSet<Desk>();
    for (var round = 0; round < ROUNDS; round++) {
      var due = receipts.dueForCheck(TransmissionKind.OSCI, settings.batch());
      for (var desk : desks(due).entrySet()) {
        if (stopping.getAsBoolean()) {
          return;
        }
        ask(desk.getKey(), desk.getValue(), silent);
      }
      if (due.size() < settings.batch()) {
        return;
      }
    }
  }

  private Map<Desk, List<Transmission>> desks(List<Transmission> due) {
    var directory = new HashMap<String, Optional<Intermediary>>();
    var places = whereabouts.remembering();
    var desks = new LinkedHashMap<Desk, List<Transmission>>();
    for (var transmission : due) {
      var destination = OsciDestination.parse(transmission.destination());
      var now = directory.computeIfAbsent(destination.partner(), this::inDirectory);
      places
          .of(transmission, now)
          .map(it -> new Desk(it, destination.identity()))
          .ifPresentOrElse(
              it -> desks.computeIfAbsent(it, key -> new ArrayList<>()).add(transmission),
              () -> book.later(transmission));
    }
    return desks;
  }

  /** A partner may leave the directory before all that was sent to it has been received. */
  private Optional<Intermediary> inDirectory(String partner) {
    try {
      return Optional.of(partners.named(partner).partner().osci().intermediary());
    } catch (GatewayException e) {
      LOG.info("receipts of '{}' are asked for where it was: {}", partner, e.getMessage());
      return Optional.empty();
    }
  }

  /** A desk that does not answer is asked once in a run, for it makes all others wait. */
  private void ask(Desk desk, List<Transmission> due, Set<Desk> silent) {
    if (silent.contains(desk)) {
      due.forEach(book::later);
      return;
    }
    try (var dialog = clients.of(desk.identity(), desk.intermediary()).openDialog()) {
      var asked = clock.instant();
      var cards = cards(dialog, due);
      due.forEach(it -> enter(it, cards.get(it.osciMessageId()), asked));
    } catch (IOException e) {
      silent.add(desk);
      postpone(due, OsciFailures.of(desk.intermediary().name(), e));
    } catch (GatewayException e) {
      silent.add(desk);
      postpone(due, e);
    }
  }

  /** One that cannot be entered now, as when somebody else writes it, holds up no other. */
  private void enter(Transmission transmission, ProcessCardBundle card, Instant asked) {
    try {
      book.enter(transmission, card, asked);
    } catch (ConcurrencyFailureException e) {
      LOG.info("The receipt of {} is entered later: {}", transmission.messageId(), e.getMessage());
    }
  }

  private void postpone(List<Transmission> due, GatewayException error) {
    LOG.warn(
        "{} receipts wait: {} (incident {})", due.size(), error.getMessage(), error.incident());
    due.forEach(book::later);
  }

  private static Map<String, ProcessCardBundle> cards(OsciDialog dialog, List<Transmission> due)
      throws IOException {
    var ids = due.stream().map(it -> new MessageId(it.osciMessageId())).toList();
    return dialog.processCards(new SelectionRule.ByMessageId(ids), ids.size()).cards().stream()
        .collect(
            Collectors.toMap(
                it -> it.messageId().value(), Function.identity(), (first, second) -> first));
  }
}
