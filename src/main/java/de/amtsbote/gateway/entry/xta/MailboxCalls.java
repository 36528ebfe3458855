package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.delivery.mailbox.MailboxEntry;
import de.amtsbote.gateway.delivery.mailbox.MailboxRequest;
import de.amtsbote.gateway.delivery.mailbox.MailboxSelection;
import de.amtsbote.gateway.delivery.mailbox.MailboxStore;
import de.amtsbote.gateway.delivery.mailbox.Mailboxes;
import de.amtsbote.gateway.entry.xta.soap.Answer;
import de.amtsbote.gateway.entry.xta.soap.Call;
import de.amtsbote.gateway.entry.xta.soap.CallHandler;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaSelection;
import de.amtsbote.gateway.xta.v31.MailboxXml;
import de.amtsbote.gateway.xta.v31.MailboxXml.ListForm;
import de.amtsbote.gateway.xta.v31.MailboxXml.MessagePart;
import de.amtsbote.gateway.xta.v31.MailboxXml.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.w3c.dom.Element;

/** The mailbox port: lists, fetches page by page, and closes, which alone means fetched. */
final class MailboxCalls implements CallHandler {

  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1000;
  private static final String REQUEST = "urn:uuid:";

  private final XtaAccounts accounts;
  private final Mailboxes mailboxes;
  private final MailboxStore entries;
  private final MailboxItems items;
  private final XtaIds ids;
  private final PostgresXtaMessages messages;
  private final CorrelationStore correlations;

  MailboxCalls(
      XtaAccounts accounts,
      Mailboxes mailboxes,
      MailboxStore entries,
      MailboxItems items,
      XtaIds ids,
      PostgresXtaMessages messages,
      CorrelationStore correlations) {
    this.correlations = correlations;
    this.accounts = accounts;
    this.mailboxes = mailboxes;
    this.entries = entries;
    this.items = items;
    this.ids = ids;
    this.messages = messages;
  }

  @Override
  public Answer handle(Call call) throws IOException {
    var account = accounts.of(call.caller());
    var mine = mailboxes.of(reader(call, account));
    var body = Bodies.small(call);
    return switch (call.operation()) {
      case GET_STATUS_LIST -> list(account, mine, body);
      case GET_NEXT_STATUS_LIST ->
          goOn(account, body).map(this::page).orElseGet(() -> noList(body, Reason.REQUEST_UNKNOWN));
      case GET_MESSAGE -> message(account, mine, body);
      case GET_NEXT_MESSAGE -> {
        var request = goOn(account, body);
        yield request.isEmpty()
            ? noMessage(MailboxXml.requestId(body), Reason.REQUEST_UNKNOWN)
            : message(request.get());
      }
      case CLOSE -> close(account, mine, body);
      default -> throw new XtaException(XtaError.INTERNAL, "the operation is of another port");
    };
  }

  private static String reader(Call call, XtaAccount account) {
    var named = Parties.named(call, account);
    if (named.isEmpty() && account.parties().size() > 1) {
      throw new XtaException(
          XtaError.PARTY_FOREIGN, "the account has several parties; name the reader as Author");
    }
    return named.isPresent() ? named.get().id() : account.parties().iterator().next();
  }

  private Answer list(XtaAccount account, Set<String> mine, Element body) {
    var selection = MailboxXml.selection(body);
    if (selection.isImpossible()) {
      return noList(newRequest(), Reason.ARGUMENTS_INVALID);
    }
    if (mine.isEmpty()) {
      return noList(newRequest(), Reason.NO_MATCH);
    }
    var page = MailboxXml.limit(body, USUAL_PAGE, LARGEST_PAGE);
    return page(request(account, mine, selection, page, MailboxXml.form(body).name()));
  }

  private MailboxRequest request(
      XtaAccount account, Set<String> mine, XtaSelection wanted, int page, String form) {
    return new MailboxRequest(
        UUID.randomUUID(), account.name(), selection(account, mine, wanted), page, 0, form);
  }

  private MailboxSelection selection(XtaAccount account, Set<String> mine, XtaSelection wanted) {
    var fetched =
        wanted.fresh() == null
            ? (wanted.ids().isEmpty() ? Boolean.FALSE : null)
            : Boolean.valueOf(!wanted.fresh());
    var only = wanted.ids().isEmpty() ? null : ids.resolve(account.tenant(), wanted.ids());
    if (!wanted.inReplyTo().isEmpty()) {
      var answers = messages.inReplyTo(account.tenant(), wanted.inReplyTo());
      ids.resolve(account.tenant(), wanted.inReplyTo())
          .forEach(it -> answers.addAll(correlations.repliesTo(it)));
      if (only != null) {
        answers.retainAll(only);
      }
      only = answers;
    }
    return new MailboxSelection(account.tenant(), mine, only, wanted.from(), wanted.to(), fetched);
  }

  private Answer page(MailboxRequest request) {
    var found = entries.list(request.selection(), request.position(), request.page());
    if (found.isEmpty()) {
      return noList(text(request), Reason.NO_MATCH);
    }
    var metadata = new ArrayList<Element>();
    for (var each : found) {
      MailboxItems.readable(each, () -> items.metadata(each)).ifPresent(metadata::add);
    }
    var list =
        ListForm.METADATA.name().equals(request.form())
            ? MailboxXml.list(metadata)
            : MailboxXml.attributes(metadata);
    return Answer.of(list, List.of(moved(request, found.get(found.size() - 1))));
  }

  /** Remembers the position and says how much is behind it. */
  private Element moved(MailboxRequest request, MailboxEntry last) {
    entries.save(request.at(last.number()));
    return MailboxXml.pending(text(request), entries.count(request.selection(), last.number()));
  }

  private Answer message(XtaAccount account, Set<String> mine, Element body) throws IOException {
    var wanted = MailboxXml.selection(body);
    if (wanted.isImpossible()) {
      return noMessage(newRequest(), Reason.ARGUMENTS_INVALID);
    }
    var request =
        mine.isEmpty()
            ? Optional.<MailboxRequest>empty()
            : Optional.of(request(account, mine, wanted, 1, MailboxXml.part(body).name()));
    var first = request.flatMap(it -> entries.list(it.selection(), 0, 1).stream().findFirst());
    if (first.isEmpty() && !wanted.ids().isEmpty()) {
      throw unknown();
    }
    if (first.isEmpty()) {
      return noMessage(newRequest(), Reason.NO_MATCH);
    }
    return wanted.ids().isEmpty() ? message(request.get()) : handOut(request.get(), first.get());
  }

  /** The next one that can be read; one that cannot must not shut off what is behind it. */
  private Answer message(MailboxRequest request) {
    var position = request.position();
    while (true) {
      var next = entries.list(request.selection(), position, 1).stream().findFirst();
      if (next.isEmpty()) {
        return noMessage(text(request), Reason.NO_MATCH);
      }
      var answer = MailboxItems.readable(next.get(), () -> handOut(request, next.get()));
      if (answer.isPresent()) {
        return answer.get();
      }
      position = next.get().number();
    }
  }

  private Answer handOut(MailboxRequest request, MailboxEntry entry) throws IOException {
    var form = request.form();
    var asked =
        ListForm.METADATA.name().equals(form) || ListForm.ATTRIBUTES.name().equals(form)
            ? MessagePart.ENVELOPE
            : MessagePart.valueOf(form);
    return items.message(
        entry,
        List.of(moved(request, entry)),
        asked != MessagePart.BODY,
        asked != MessagePart.HEADER);
  }

  /** Goes on behind what the reader says it has got; else behind what it was sent last. */
  private Optional<MailboxRequest> goOn(XtaAccount account, Element body) {
    var request =
        uuid(MailboxXml.requestId(body))
            .flatMap(it -> entries.request(account.tenant(), account.name(), it));
    var got = MailboxXml.lastReceived(body);
    if (request.isEmpty() || got.isEmpty()) {
      return request;
    }
    var known = request.get().selection();
    var all =
        new MailboxSelection(
            known.tenant(),
            known.mailboxes(),
            ids.resolve(account.tenant(), got),
            null,
            null,
            null);
    return entries.list(all, 0, LARGEST_PAGE).stream()
        .map(MailboxEntry::number)
        .filter(it -> it <= request.get().position())
        .reduce(Math::max)
        .map(request.get()::at)
        .or(() -> request);
  }

  /** What is there is closed, also when the reader names others that are not, or not any more. */
  private Answer close(XtaAccount account, Set<String> mine, Element body) {
    var got = MailboxXml.lastReceived(body);
    var id = uuid(MailboxXml.requestId(body));
    var request = id.flatMap(it -> entries.request(account.tenant(), account.name(), it));
    if (got.isEmpty() && request.isEmpty()) {
      throw unknown();
    }
    var seen = request.map(MailboxRequest::position).orElse(Long.MAX_VALUE);
    var closable = got.stream().map(it -> closable(account, mine, it, seen)).toList();
    mailboxes.confirm(
        closable.stream().flatMap(List::stream).toList(), "account:" + account.name());
    if (closable.stream().anyMatch(List::isEmpty)) {
      throw unknown();
    }
    id.ifPresent(entries::forget);
    return Answer.EMPTY;
  }

  /** Of several with the same id, only those that the reader was handed out. */
  private List<MailboxEntry> closable(XtaAccount account, Set<String> mine, String id, long seen) {
    var meant = ids.resolve(account.tenant(), Set.of(id));
    if (mine.isEmpty() || meant.isEmpty()) {
      return List.of();
    }
    var all = new MailboxSelection(account.tenant(), mine, meant, null, null, null);
    var found = entries.list(all, 0, LARGEST_PAGE);
    return found.size() == 1 ? found : found.stream().filter(it -> it.number() <= seen).toList();
  }

  private static Answer noList(Element body, Reason reason) {
    return noList(MailboxXml.requestId(body), reason);
  }

  private static Answer noList(String request, Reason reason) {
    return Answer.of(MailboxXml.list(List.of()), List.of(MailboxXml.nothing(request, reason)));
  }

  private static Answer noMessage(String request, Reason reason) {
    return new Answer(List.of(MailboxXml.nothing(request, reason)), null, Map.of());
  }

  private static XtaException unknown() {
    return new XtaException(
        XtaError.MESSAGE_ID_UNKNOWN, "the mailboxes of this reader hold no such message");
  }

  private static String newRequest() {
    return REQUEST + UUID.randomUUID();
  }

  private static String text(MailboxRequest request) {
    return REQUEST + request.id();
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return text.startsWith(REQUEST)
          ? Optional.of(UUID.fromString(text.substring(REQUEST.length())))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
