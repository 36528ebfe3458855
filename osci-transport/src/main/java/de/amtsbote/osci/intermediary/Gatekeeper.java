package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.endpoint.FaultException;
import de.amtsbote.osci.mailbox.DialogState;
import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.security.Certificates;
import de.amtsbote.osci.wire.MessageHead;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** Dialog data and the client's cipher certificate (K§5, duties 3 and 4): wrong ones are faults. */
final class Gatekeeper {

  private final MailboxStore store;
  private final Inspector inspector;
  private final IntermediaryPolicy policy;

  Gatekeeper(MailboxStore store, Inspector inspector, IntermediaryPolicy policy) {
    this.store = store;
    this.inspector = inspector;
    this.policy = policy;
  }

  Admission admit(MessageHead order, Instant at) throws FaultException {
    var dialog = dialogOf(order, at);
    requireEncryption(order, dialog);
    var cipher = clientCipher(order, dialog);
    if (cipher.isEmpty() && needsCipher(order)) {
      throw new FaultException(
          FeedbackCode.CLIENT_CIPHER_CERTIFICATE_MISSING, "no cipher certificate of the client");
    }
    var warning = cipher.isPresent() ? check(cipher.get(), at) : Optional.<FeedbackCode>empty();
    return new Admission(dialog, cipher, warning.stream().toList(), at);
  }

  private static boolean needsCipher(MessageHead order) {
    return order.transport() != null || order.type() == MessageType.INIT_DIALOG;
  }

  private Optional<DialogState> dialogOf(MessageHead order, Instant at) throws FaultException {
    var control = order.control();
    if (control.challenge() == null || control.challenge().isEmpty()) {
      throw wrongDialogData("no challenge");
    }
    if (control.conversationId() == null) {
      if (control.sequenceNumber() != null && control.sequenceNumber() != 0) {
        throw wrongDialogData("sequence number without conversation");
      }
      return Optional.empty();
    }
    if (order.type() == MessageType.INIT_DIALOG) {
      throw wrongDialogData("initDialog inside of a conversation");
    }
    return Optional.of(openDialog(control, at));
  }

  private DialogState openDialog(ControlBlock control, Instant at) throws FaultException {
    var dialog =
        store
            .dialog(control.conversationId())
            .orElseThrow(() -> wrongDialogData("conversation is not open"));
    if (at.isAfter(dialog.lastUsedAt().plus(policy.dialogTimeout()))) {
      store.discard(dialog.conversationId());
      throw wrongDialogData("conversation has timed out");
    }
    if (control.sequenceNumber() == null || control.sequenceNumber() != dialog.sequenceNumber()) {
      throw wrongDialogData("wrong sequence number");
    }
    if (control.response() == null || !isSame(control.response(), dialog.challenge())) {
      throw wrongDialogData("wrong response");
    }
    return dialog;
  }

  /** In constant time: the challenge proves possession of a key. */
  private static boolean isSame(String response, String challenge) {
    return MessageDigest.isEqual(
        response.getBytes(StandardCharsets.UTF_8), challenge.getBytes(StandardCharsets.UTF_8));
  }

  private void requireEncryption(MessageHead order, Optional<DialogState> dialog)
      throws FaultException {
    boolean required =
        policy.encryptionRequired() || dialog.filter(DialogState::encrypted).isPresent();
    if (required && order.transport() == null) {
      throw new FaultException(FeedbackCode.DECRYPTION_FAILED, "the order is not encrypted");
    }
  }

  private static Optional<X509Certificate> clientCipher(
      MessageHead order, Optional<DialogState> dialog) {
    return dialog
        .map(open -> parse(open.clientCipher()))
        .or(() -> order.certificates().originatorCipher());
  }

  private static X509Certificate parse(byte[] der) {
    try {
      return Certificates.parse(der);
    } catch (CertificateException e) {
      throw new IllegalStateException("the store gave back another certificate", e);
    }
  }

  private Optional<FeedbackCode> check(X509Certificate cipher, Instant at) throws FaultException {
    if (!AlgorithmPolicy.standard().writesTo(cipher.getPublicKey())) {
      throw new FaultException(
          FeedbackCode.CLIENT_CIPHER_CERTIFICATE_INVALID,
          "no answer can be encrypted for this key");
    }
    Optional<FeedbackCode> said;
    try {
      said = inspector.clientCipher(cipher, at);
    } catch (RuntimeException e) {
      throw new FaultException(
          FeedbackCode.CLIENT_CIPHER_CERTIFICATE_CHECK_FAILED, "certificate check failed: " + e);
    }
    if (said.filter(code -> code.kind().isFault()).isPresent()) {
      throw new FaultException(said.get(), "cipher certificate of the client is not trusted");
    }
    return said;
  }

  private static FaultException wrongDialogData(String why) {
    return new FaultException(FeedbackCode.DIALOG_DATA_WRONG, why);
  }
}
