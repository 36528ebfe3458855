package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.delivery.mailbox.Mailboxes;
import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.entry.xta.soap.Answer;
import de.amtsbote.gateway.entry.xta.soap.Call;
import de.amtsbote.gateway.entry.xta.soap.CallHandler;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.v31.LookupXml;
import de.amtsbote.gateway.xta.v31.MessageIdXml;
import java.io.IOException;

/** The management port. */
final class ManagementCalls implements CallHandler {

  private final XtaAccounts accounts;
  private final PostgresXtaMessages messages;
  private final Reports reports;
  private final Cancellation cancellation;
  private final Services services;
  private final XtaIds ids;

  ManagementCalls(
      XtaAccounts accounts,
      PostgresXtaMessages messages,
      Reports reports,
      Cancellation cancellation,
      LiveDirectory directory,
      Partners partners,
      Mailboxes mailboxes,
      XtaIds ids) {
    this.accounts = accounts;
    this.messages = messages;
    this.reports = reports;
    this.cancellation = cancellation;
    this.services = new Services(directory, partners, mailboxes);
    this.ids = ids;
  }

  @Override
  public Answer handle(Call call) throws IOException {
    var account = accounts.of(call.caller());
    Parties.named(call, account);
    return switch (call.operation()) {
      case CHECK_ACCOUNT_ACTIVE -> {
        Bodies.require(call);
        yield Answer.EMPTY;
      }
      case CREATE_MESSAGE_ID -> {
        Bodies.require(call);
        yield Answer.of(MessageIdXml.write(ids.next()));
      }
      case LOOKUP_SERVICE ->
          Answer.of(LookupXml.write(services.answers(LookupXml.read(Bodies.small(call)))));
      case GET_TRANSPORT_REPORT -> Answer.of(reports.of(mine(call, account)));
      case CANCEL_MESSAGE -> {
        cancellation.cancel(account, cancellable(call, account));
        yield Answer.EMPTY;
      }
      default -> throw new XtaException(XtaError.INTERNAL, "the operation is of another port");
    };
  }

  private XtaRecord mine(Call call, XtaAccount account) {
    return messages
        .find(account, MessageIdXml.read(Bodies.small(call)))
        .orElseThrow(
            () ->
                new XtaException(
                    XtaError.MESSAGE_ID_UNKNOWN, "this account handed in no such message"));
  }

  /** The contract of this operation knows no fault for an unknown id. */
  private XtaRecord cancellable(Call call, XtaAccount account) {
    return messages
        .find(account, MessageIdXml.read(Bodies.small(call)))
        .orElseThrow(
            () ->
                new XtaException(
                    XtaError.PARAMETERS_CONTRADICT, "this account handed in no such message"));
  }
}
