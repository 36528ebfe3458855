package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.entry.xta.soap.Answer;
import de.amtsbote.gateway.entry.xta.soap.Call;
import de.amtsbote.gateway.entry.xta.soap.CallHandler;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Receipt;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.correlation.Correlation;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaMetadata;
import de.amtsbote.gateway.xta.v31.ContainerReader;
import de.amtsbote.gateway.xta.v31.KeptMessage;
import de.amtsbote.gateway.xta.v31.XtaOperation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The send port: checks the order, streams the content into the store, answers after the commit.
 */
final class SendCalls implements CallHandler {

  private final XtaAccounts accounts;
  private final Senders senders;
  private final Orders orders;
  private final MessageStore store;
  private final PostgresXtaMessages messages;
  private final XtaIds ids;
  private final CorrelationStore correlations;
  private final TransactionTemplate transaction;
  private final long limit;
  private final Inspection inspection;
  private final SyncAnswers answers;

  SendCalls(
      XtaAccounts accounts,
      Senders senders,
      Orders orders,
      MessageStore store,
      PostgresXtaMessages messages,
      XtaIds ids,
      CorrelationStore correlations,
      TransactionTemplate transaction,
      long limit,
      Inspection inspection,
      SyncAnswers answers) {
    this.inspection = inspection;
    this.answers = answers;
    this.accounts = accounts;
    this.senders = senders;
    this.orders = orders;
    this.store = store;
    this.messages = messages;
    this.ids = ids;
    this.correlations = correlations;
    this.transaction = transaction;
    this.limit = limit;
  }

  @Override
  public Answer handle(Call call) throws IOException {
    var account = accounts.of(call.caller());
    var given = orders.check(call, account);
    var order = given.order();
    var profile = inspection.profile(order, call.operation());
    if (isUsed(account.tenant(), order.messageId())) {
      throw used();
    }
    if (call.operation() != XtaOperation.SEND_MESSAGE_SYNC) {
      take(call, account, given, profile);
      return Answer.EMPTY;
    }
    try (var place = answers.place()) {
      take(call, account, given, profile);
      var question = messages.find(account, order.messageId()).orElseThrow().id();
      return place.await(account, question, profile.deadline());
    }
  }

  /** Streams the content into the store, up to the commit. */
  private void take(Call call, XtaAccount account, Orders.Given given, ServiceProfile profile)
      throws IOException {
    var order = given.order();
    var sender = senders.fingerprint(account, call.caller());
    Bodies.require(call);
    try (var intake = store.intake()) {
      var content = inspection.content(intake, limit, profile);
      ContainerReader.read(call.body(), call.parts(), content);
      var kept = new KeptMessage(given.element(), content.parts()).octets();
      intake.add(
          PartRole.HEADER, "xta-header", KeptMessage.MEDIA_TYPE, new ByteArrayInputStream(kept));
      inspection.requireValid(order, intake, content);
      commit(account, order, new Facts(sender, content.isEncrypted(), given.missing()), intake);
    }
  }

  /** What is known of a message beyond its order. */
  private record Facts(String sender, boolean encrypted, List<String> missing) {}

  private void commit(XtaAccount account, XtaMetadata order, Facts facts, Intake intake) {
    intake.identify();
    var taken =
        transaction.execute(
            status -> {
              messages.lock(account.tenant(), order.messageId());
              if (isUsed(account.tenant(), order.messageId())) {
                return false;
              }
              var receipt = receipt(account, order, intake);
              // the same XÖV message under a new id: that id, too, leads to the first one
              remember(account, order, facts, receipt);
              return true;
            });
    if (!taken) {
      throw used();
    }
  }

  /** Readers know messages by their ids alone, so no two of a tenant have the same. */
  private boolean isUsed(String tenant, String id) {
    return ids.resolve(tenant, Set.of(id)).stream()
        .anyMatch(it -> store.find(tenant, it).isPresent());
  }

  private Receipt receipt(XtaAccount account, XtaMetadata order, Intake intake) {
    var message =
        new NewMessage(
            account.tenant(),
            new Entry(EntryKind.XTA, account.name()),
            PostgresXtaMessages.key(order.messageId()),
            OrderFacts.traits(order),
            null,
            order.times().notBefore());
    try {
      return intake.commit(message);
    } catch (GatewayException e) {
      throw refusal(e);
    }
  }

  /**
   * What is to be said of a message that is not taken. Another message under a known XÖV UUID is no
   * used message id: after an unclear result, callers take that for success.
   */
  private static RuntimeException refusal(GatewayException why) {
    if (why.code() == ErrorCode.IDEMPOTENCY_CONFLICT) {
      return used();
    }
    return why.code() == ErrorCode.XOEV_UUID_CONFLICT
        ? new XtaException(
            XtaError.PARAMETERS_CONTRADICT, why.code().code() + " " + why.details(), why)
        : why;
  }

  private void remember(XtaAccount account, XtaMetadata order, Facts facts, Receipt receipt) {
    var times = order.times();
    messages.insert(
        account.tenant(),
        account.name(),
        new XtaRecord(
            receipt.id(),
            order.messageId(),
            times.notBefore(),
            times.obsoleteAfter(),
            facts.encrypted(),
            order.inReplyTo()),
        receipt.repeated());
    if (receipt.repeated()) {
      return;
    }
    var answered =
        ids.resolve(account.tenant(), order.inReplyTo()).stream()
            .filter(it -> wasFor(order.author().id(), account.tenant(), it))
            .findFirst();
    correlations.keep(
        receipt.id(),
        new Correlation(
            order.requester(),
            order.messageId(),
            answered.orElse(null),
            order.test(),
            times.obsoleteAfter()));
    var sender = Map.of("fingerprint", facts.sender());
    store.note(receipt.id(), TimelineEvent.SIGNED_BY, Note.of(sender));
    if (facts.encrypted()) {
      OrderFacts.noteSealed(store, receipt.id());
    }
    OrderFacts.noteTolerated(store, receipt.id(), facts.missing());
  }

  /** Only the reader of a message answers it. */
  private boolean wasFor(String author, String tenant, MessageId answered) {
    return store
        .find(tenant, answered)
        .filter(it -> author.equals(it.traits().reader()))
        .isPresent();
  }

  private static XtaException used() {
    return new XtaException(XtaError.MESSAGE_ID_USED, "what came first under this id stands");
  }
}
