package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;

/** The mailboxes that are there by themselves: for the answers to what somebody handed in. */
public final class ReplyBoxes {

  private ReplyBoxes() {}

  /** The box of a REST account. */
  public static String ofAccount(String account) {
    return "replies:account:" + account;
  }

  /** The box of a party, which reads over XTA. */
  public static String ofParty(String party) {
    return "replies:party:" + party;
  }

  /**
   * Where the answers to a message wait.
   *
   * @throws GatewayException {@link ErrorCode#NO_WAY_BACK} when it did not come in by a door at
   *     which somebody could fetch them
   */
  static String forAnswersTo(Message message) {
    var entry = message.entry();
    if (entry.kind() == EntryKind.REST || entry.kind() == EntryKind.REPLY) {
      return ofAccount(entry.account());
    }
    if (entry.kind() == EntryKind.XTA && message.traits().author() != null) {
      return ofParty(message.traits().author());
    }
    throw new GatewayException(
        ErrorCode.NO_WAY_BACK, "message %s came in by %s".formatted(message.id(), entry.kind()));
  }
}
