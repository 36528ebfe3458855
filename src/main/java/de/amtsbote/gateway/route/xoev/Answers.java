package de.amtsbote.gateway.route.xoev;

import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Receipt;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.route.Beans;
import de.amtsbote.osci.spool.SpoolFile;
import de.amtsbote.xoev.reply.ReplyKind;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts answers into the store, each once, and tells the timeline of what they answer. */
final class Answers {

  private static final String XML = "application/xml";

  private final ReplyKind kind;
  private final Supplier<MessageStore> store;
  private final Supplier<TransactionTemplate> transaction;

  Answers(XoevEndpoint endpoint) {
    kind = endpoint.getConfiguration().getKind();
    store = Beans.lazily(endpoint, MessageStore.class);
    transaction = Beans.lazily(endpoint, TransactionTemplate.class);
  }

  /** Stores an answer and notes it in one transaction; a route that runs again answers once. */
  void submit(Message answered, String account, SpoolFile answer) throws IOException {
    var key = "reply " + kind.name().toLowerCase(Locale.ROOT) + " " + answered.id();
    var message =
        new NewMessage(answered.tenant(), new Entry(EntryKind.ROUTE, account), key, Traits.NONE);
    try (var intake = store.get().intake()) {
      intake.add(PartRole.PAYLOAD, "payload", XML, answer.open());
      intake.identify();
      transaction
          .get()
          .executeWithoutResult(status -> noteAnswered(answered, intake.commit(message)));
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.IDEMPOTENCY_CONFLICT) {
        throw e;
      }
    }
  }

  private void noteAnswered(Message answered, Receipt receipt) {
    if (!receipt.repeated()) {
      note(answered, TimelineEvent.ANSWERED, "message", receipt.id().toString());
    }
  }

  /** Notes why there is no answer. */
  void refuse(Message message, String why) {
    note(message, TimelineEvent.NOT_ANSWERED, "details", why);
  }

  private void note(Message message, TimelineEvent event, String name, String value) {
    store.get().note(message.id(), event, Note.of(Map.of("kind", kind.name(), name, value)));
  }
}
