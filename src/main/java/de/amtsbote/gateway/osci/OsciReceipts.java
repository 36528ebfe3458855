package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.osci.client.OsciDialog;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.SelectionRule;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private final TransmissionStore transmissions;
  private final Partners partners;
  private final OsciClients clients;
  private final OsciProperties.Receipts settings;
  private final ReceiptBook book;

  public OsciReceipts(
      TransmissionStore transmissions,
      Partners partners,
      OsciClients clients,
      OsciProperties.Receipts settings,
      ReceiptBook book) {
    this.transmissions = transmissions;
    this.partners = partners;
    this.clients = clients;
    this.settings = settings;
    this.book = book;
  }

  private record Desk(Intermediary intermediary, String identity) {}

  /** Asks for everything that is due now, batch by batch, for a bounded number of batches. */
  public void poll() {
    var silent = new HashSet<Desk>();
    for (var round = 0; round < ROUNDS; round++) {
      var due = transmissions.dueForCheck(TransmissionKind.OSCI, settings.batch());
      desks(due).forEach((desk, its) -> ask(desk, its, silent));
      if (due.size() < settings.batch()) {
        return;
      }
    }
  }

  private Map<Desk, List<Transmission>> desks(List<Transmission> due) {
    return due.stream()
        .filter(this::hasPartner)
        .collect(Collectors.groupingBy(this::desk, LinkedHashMap::new, Collectors.toList()));
  }

  /** A partner that has left the directory is asked for again when it may be back. */
  private boolean hasPartner(Transmission transmission) {
    var partner = OsciDestination.parse(transmission.destination()).partner();
    if (partners.knows(partner)) {
      return true;
    }
    LOG.warn("no receipt for {}: the directory has no '{}'", transmission.messageId(), partner);
    book.later(transmission);
    return false;
  }

  private Desk desk(Transmission transmission) {
    var destination = OsciDestination.parse(transmission.destination());
    var partner = partners.named(destination.partner()).partner();
    return new Desk(partner.osci().intermediary(), destination.identity());
  }

  /** A desk that does not answer is asked once in a run, for it makes all others wait. */
  private void ask(Desk desk, List<Transmission> due, Set<Desk> silent) {
    if (silent.contains(desk)) {
      due.forEach(book::later);
      return;
    }
    try (var dialog = clients.of(desk.identity(), desk.intermediary()).openDialog()) {
      var cards = cards(dialog, due);
      due.forEach(it -> enter(it, cards.get(it.osciMessageId())));
    } catch (IOException e) {
      silent.add(desk);
      postpone(due, OsciFailures.of(desk.intermediary().name(), e));
    } catch (GatewayException e) {
      silent.add(desk);
      postpone(due, e);
    }
  }

  /** One that cannot be entered now, as when somebody else writes it, holds up no other. */
  private void enter(Transmission transmission, ProcessCardBundle card) {
    try {
      book.enter(transmission, card);
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
