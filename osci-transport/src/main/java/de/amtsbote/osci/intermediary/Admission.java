package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.mailbox.DialogState;
import de.amtsbote.osci.model.FeedbackCode;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a client before its order is looked at.
 *
 * @param dialog the explicit dialog the order belongs to
 * @param clientCipher for whom the answer is encrypted, and whose mailbox is meant
 * @param warnings what is to be said about the client's certificates
 * @param at when the order was taken
 */
record Admission(
    Optional<DialogState> dialog,
    Optional<X509Certificate> clientCipher,
    List<FeedbackCode> warnings,
    Instant at) {

  Admission {
    warnings = List.copyOf(warnings);
  }
}
