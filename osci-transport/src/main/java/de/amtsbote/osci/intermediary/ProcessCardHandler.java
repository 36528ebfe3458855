package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.mailbox.CardQuery;
import de.amtsbote.osci.mailbox.MailboxOwners;
import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.model.SelectionRule.CardRole;
import de.amtsbote.osci.model.SelectionRule.Filter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** fetchProcessCard: gives the cards of deliveries that the client sent or was sent. */
final class ProcessCardHandler implements OrderHandler {

  private final MailboxStore store;
  private final Cards cards;
  private final int most;
  private final MailboxOwners owners;

  ProcessCardHandler(MailboxStore store, Cards cards, int most, MailboxOwners owners) {
    this.store = store;
    this.cards = cards;
    this.most = most;
    this.owners = owners;
  }

  @Override
  public Outcome handle(Request request) {
    var order = request.order();
    int limit = order.quantityLimit() == null ? most : (int) Math.min(most, order.quantityLimit());
    var found =
        store.cards(
            query(
                owners.mailboxesOf(request.mailbox().orElseThrow()), order.selection(), limit + 1));
    if (found.isEmpty()) {
      return Outcome.refused(FeedbackCode.NO_PROCESS_CARD);
    }
    var answer =
        Order.builder()
            .selection(order.selection())
            .quantityLimit(order.quantityLimit())
            .processCards(found.stream().limit(limit).map(cards::bundle).toList());
    return Outcome.done(
        answer, found.size() > limit ? List.of(FeedbackCode.MORE_PROCESS_CARDS) : List.of());
  }

  private static CardQuery query(Set<String> mailboxes, SelectionRule selection, int limit) {
    var none = Optional.<Instant>empty();
    if (selection instanceof SelectionRule.ByMessageId rule) {
      var ids = rule.ids().stream().map(MessageId::value).collect(Collectors.toSet());
      return new CardQuery(mailboxes, true, true, ids, none, none, false, limit);
    }
    if (selection instanceof SelectionRule.ByReception rule) {
      return dated(mailboxes, Optional.of(rule.from().toInstant()), none, rule.filter(), limit);
    }
    if (selection instanceof SelectionRule.ByModification rule) {
      return dated(mailboxes, none, Optional.of(rule.from().toInstant()), rule.filter(), limit);
    }
    return CardQuery.all(mailboxes, limit);
  }

  private static CardQuery dated(
      Set<String> mailboxes,
      Optional<Instant> createdFrom,
      Optional<Instant> modifiedFrom,
      Filter filter,
      int limit) {
    return new CardQuery(
        mailboxes,
        filter.role() != CardRole.ORIGINATOR,
        filter.role() != CardRole.ADDRESSEE,
        Set.of(),
        createdFrom,
        modifiedFrom,
        Boolean.TRUE.equals(filter.noReception()),
        limit);
  }
}
