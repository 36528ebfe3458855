package de.amtsbote.osci.inspect;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageType;
import java.util.EnumSet;
import java.util.Set;

/** Which dialog data a message of each type carries (OSCI-Transport 1.2, K§4.2). */
final class DialogChecks {

  /** Nobody has a conversation yet, or ever has one with a passive recipient. */
  private static final Set<MessageType> BARE =
      EnumSet.of(
          MessageType.INIT_DIALOG,
          MessageType.ACCEPT_DELIVERY,
          MessageType.PROCESS_DELIVERY,
          MessageType.RESPONSE_TO_ACCEPT_DELIVERY,
          MessageType.RESPONSE_TO_PROCESS_DELIVERY);

  /** The intermediary names a conversation in these, even where the client opened none. */
  private static final Set<MessageType> NAMING =
      EnumSet.of(
          MessageType.RESPONSE_TO_INIT_DIALOG,
          MessageType.RESPONSE_TO_EXIT_DIALOG,
          MessageType.RESPONSE_TO_GET_MESSAGE_ID,
          MessageType.RESPONSE_TO_STORE_DELIVERY,
          MessageType.RESPONSE_TO_FETCH_DELIVERY,
          MessageType.RESPONSE_TO_FETCH_PROCESS_CARD,
          MessageType.RESPONSE_TO_MEDIATE_DELIVERY);

  private DialogChecks() {}

  /** Refuses a message without the data that its type must have, or with what it must not have. */
  static void require(MessageType type, ControlBlock control) throws OsciException {
    if (type == MessageType.SOAP_FAULT) {
      return;
    }
    boolean conversation = control.inDialog();
    if (type.needsExplicitDialog() && !conversation) {
      throw new OsciException(Rule.DIALOG_NEEDED, type.elementName());
    }
    require(!conversation || !BARE.contains(type), "ConversationId that must not be there");
    require(conversation || !NAMING.contains(type), "ConversationId");
    requireNumber(type, control, conversation);
    require(control.response() != null || !type.isAnswer() && !conversation, "Response");
    require(control.challenge() != null || type.isAnswer(), "Challenge");
  }

  /** Orders count in their conversation; one without is the first, and pushed ones are none. */
  private static void requireNumber(MessageType type, ControlBlock control, boolean conversation)
      throws OsciException {
    var number = control.sequenceNumber();
    require(number != null || !counts(type, conversation), "SequenceNumber");
    require(number == null || !BARE.contains(type), "SequenceNumber that must not be there");
    require(
        number == null || number == 0 || conversation || type.isAnswer(),
        "SequenceNumber without ConversationId");
  }

  private static boolean counts(MessageType type, boolean conversation) {
    return type != MessageType.RESPONSE_TO_INIT_DIALOG
        && (conversation || !type.isAnswer() && !BARE.contains(type));
  }

  private static void require(boolean right, String what) throws OsciException {
    if (!right) {
      throw new OsciException(Rule.DIALOG_DATA, what);
    }
  }
}
