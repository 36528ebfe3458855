package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.delivery.Deliveries;
import de.amtsbote.gateway.delivery.mailbox.AcknowledgementStore;
import de.amtsbote.gateway.delivery.mailbox.MailboxEntry;
import de.amtsbote.gateway.delivery.mailbox.Mailboxes;
import de.amtsbote.gateway.delivery.mailbox.ReplyBoxes;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.security.Accounts;
import de.amtsbote.gateway.security.Caller;
import de.amtsbote.gateway.security.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets callers into their own mailboxes only; all others do not exist for them. */
@Component
class MailboxDoor {

  private final Accounts accounts;
  private final Mailboxes mailboxes;
  private final AcknowledgementStore entries;

  MailboxDoor(Accounts accounts, Mailboxes mailboxes, AcknowledgementStore entries) {
    this.accounts = accounts;
    this.mailboxes = mailboxes;
    this.entries = entries;
  }

  /** The names that this caller may use, that of its box of answers last. */
  List<String> names(Caller caller) {
    var names = new ArrayList<String>();
    if (caller.roles().contains(Role.PROCEDURE)) {
      var parties = accounts.parties(caller.account());
      parties.stream().map(mailboxes::configured).forEach(names::addAll);
    }
    names.add(Deliveries.REPLIES);
    return names.stream().distinct().toList();
  }

  /**
   * The mailbox that a caller means.
   *
   * @throws GatewayException {@link ErrorCode#MAILBOX_UNKNOWN} also when it is somebody else's;
   *     {@link ErrorCode#ROLE_MISSING}
   */
  String mailbox(Caller caller, String name) {
    if (name.equals(Deliveries.REPLIES)) {
      return ReplyBoxes.ofAccount(caller.account());
    }
    if (!caller.roles().contains(Role.PROCEDURE)) {
      throw new GatewayException(
          ErrorCode.ROLE_MISSING, "only procedures read mailboxes other than replies");
    }
    var mine = accounts.parties(caller.account());
    return mailboxes
        .readersOf(name)
        .filter(readers -> !Collections.disjoint(readers, mine))
        .map(readers -> name)
        .orElseThrow(() -> new GatewayException(ErrorCode.MAILBOX_UNKNOWN, "there is none"));
  }

  /**
   * A message in a mailbox.
   *
   * @throws GatewayException {@link ErrorCode#MAILBOX_UNKNOWN}, {@link ErrorCode#ROLE_MISSING}
   */
  MailboxEntry entry(Caller caller, String name, String id) {
    var mailbox = mailbox(caller, name);
    return entries
        .find(caller.tenant(), mailbox, messageId(id))
        .orElseThrow(
            () -> new GatewayException(ErrorCode.MAILBOX_UNKNOWN, "it holds no such message"));
  }

  private static MessageId messageId(String text) {
    try {
      return MessageId.parse(text);
    } catch (GatewayException e) {
      throw new GatewayException(ErrorCode.MAILBOX_UNKNOWN, "it holds no such message", e);
    }
  }
}
