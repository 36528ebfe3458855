package de.amtsbote.osci.wire;

import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;

/** Which certificates may stand in a message, and whose signature it carries (K§4, K§5). */
final class CertificateRules {

  private CertificateRules() {}

  /** Some orders of a dialog, and all answers, leave the cipher certificate of the sender out. */
  static boolean mayStandIn(MessageType type, RoleCertificate certificate) {
    return switch (type) {
      case EXIT_DIALOG, FETCH_DELIVERY, FETCH_PROCESS_CARD, PARTIAL_FETCH_DELIVERY ->
          certificate.role() == Role.ORIGINATOR && certificate.usage() == Usage.SIGNATURE;
      case INIT_DIALOG, GET_MESSAGE_ID -> certificate.role() == Role.ORIGINATOR;
      case RESPONSE_TO_ACCEPT_DELIVERY ->
          certificate.role() == Role.ADDRESSEE && certificate.usage() == Usage.SIGNATURE;
      case RESPONSE_TO_PROCESS_DELIVERY -> certificate.role() != Role.INTERMEDIARY;
      default ->
          !type.isAnswer()
              || certificate.role() != Role.INTERMEDIARY
              || certificate.usage() == Usage.SIGNATURE;
    };
  }

  /** Whether somebody in this role signs messages of this type. */
  static boolean maySign(MessageType type, Role role) {
    return switch (type) {
      case ACCEPT_DELIVERY, PROCESS_DELIVERY -> role == Role.INTERMEDIARY;
      case RESPONSE_TO_ACCEPT_DELIVERY -> role == Role.ADDRESSEE;
      case RESPONSE_TO_PROCESS_DELIVERY -> role == Role.ORIGINATOR || role == Role.ADDRESSEE;
      default -> role == (type.isAnswer() ? Role.INTERMEDIARY : Role.ORIGINATOR);
    };
  }
}
