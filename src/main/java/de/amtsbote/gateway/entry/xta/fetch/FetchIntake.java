package de.amtsbote.gateway.entry.xta.fetch;

import de.amtsbote.gateway.delivery.xta.XtaServers;
import de.amtsbote.gateway.entry.xta.OrderFacts;
import de.amtsbote.gateway.entry.xta.PostgresXtaMessages;
import de.amtsbote.gateway.entry.xta.XtaRecord;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Receipt;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.correlation.Correlation;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.xta.XtaFetched;
import de.amtsbote.gateway.xta.XtaRemote;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes messages of other servers into the store: as they are, or closed as they came. */
final class FetchIntake {

  private static final String CLOSED = "closed:";

  private final MessageStore store;
  private final PostgresXtaMessages messages;
  private final CorrelationStore correlations;
  private final Answered answered;
  private final TransactionTemplate transaction;

  FetchIntake(
      MessageStore store,
      PostgresXtaMessages messages,
      CorrelationStore correlations,
      Answered answered,
      TransactionTemplate transaction) {
    this.store = store;
    this.messages = messages;
    this.correlations = correlations;
    this.answered = answered;
    this.transaction = transaction;
  }

  Intake open() {
    return store.intake();
  }

  /** Whether it was committed before. */
  boolean has(String server, String tenant, String id) {
    return messages.find(tenant, XtaServers.account(server), id).isPresent();
  }

  /**
   * Stores a message whose content is in the intake already; empty when it came in the meantime as
   * the answer that somebody waited for.
   */
  Optional<Receipt> keep(String server, String tenant, XtaFetched fetched, Intake intake)
      throws IOException {
    var kept = fetched.kept();
    intake.add(
        PartRole.HEADER, "xta-header", kept.mediaType(), new ByteArrayInputStream(kept.octets()));
    var order = fetched.order();
    var message =
        new NewMessage(
            tenant,
            new Entry(EntryKind.XTA_MAILBOX, server),
            PostgresXtaMessages.key(order.messageId()),
            OrderFacts.traits(order));
    // read before anybody waits for the transaction
    intake.identify();
    try {
      return Optional.ofNullable(
          transaction.execute(
              status ->
                  has(server, tenant, order.messageId())
                      ? null
                      : noted(server, tenant, fetched, intake.commit(message))));
    } catch (DuplicateKeyException e) {
      return Optional.empty();
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.XOEV_UUID_CONFLICT) {
        throw e;
      }
      // a mailbox cannot refuse: another message under a known UUID is kept and rejected
      return Optional.ofNullable(
          transaction.execute(
              status -> {
                var receipt = noted(server, tenant, fetched, intake.commitDespiteUuid(message));
                if (!receipt.repeated()) {
                  store.reject(receipt.id(), e);
                }
                return receipt;
              }));
    }
  }

  private Receipt noted(String server, String tenant, XtaFetched fetched, Receipt receipt) {
    var order = fetched.order();
    if (!has(server, tenant, order.messageId())) {
      var record =
          new XtaRecord(
              receipt.id(),
              order.messageId(),
              order.times().notBefore(),
              order.times().obsoleteAfter(),
              fetched.sealed(),
              order.inReplyTo());
      messages.insert(tenant, XtaServers.account(server), record, receipt.repeated());
    }
    if (!receipt.repeated()) {
      var question = answered.by(tenant, order);
      correlations.keep(
          receipt.id(),
          new Correlation(
              order.requester(),
              order.messageId(),
              question.orElse(null),
              order.test(),
              order.times().obsoleteAfter()));
      if (fetched.sealed()) {
        OrderFacts.noteSealed(store, receipt.id());
      }
      OrderFacts.noteTolerated(store, receipt.id(), fetched.missing());
    }
    return receipt;
  }

  /** Fetches a message once more, octet by octet. */
  interface Closed {
    void fetch(XtaRemote.Octets octets) throws IOException;
  }

  /** Keeps a message that cannot be read as it came, put aside for an operator. */
  void keepClosed(String server, String tenant, String id, GatewayException why, Closed closed)
      throws IOException {
    try (var intake = store.intake()) {
      closed.fetch(
          (type, octets) -> intake.addClosed(PartRole.PAYLOAD, "closed-answer", type, octets));
      var message =
          new NewMessage(
              tenant,
              new Entry(EntryKind.XTA_MAILBOX, server),
              CLOSED + PostgresXtaMessages.key(id),
              Traits.NONE);
      intake.identify();
      transaction.executeWithoutResult(
          status -> {
            var receipt = intake.commit(message);
            if (!receipt.repeated()) {
              store.park(receipt.id(), why);
            }
          });
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.IDEMPOTENCY_CONFLICT) {
        throw e;
      }
      // kept before; the server stamped it anew in the meantime
    }
  }
}
