package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.EncryptedContainer;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.recipient.Reply;
import java.security.cert.X509Certificate;
import java.util.List;

/** Puts a stored message into the answer of a passive recipient. */
public final class OsciReplies {

  private static final String CONTAINER = "DATA";

  private final MessageStore messages;

  OsciReplies(MessageStore messages) {
    this.messages = messages;
  }

  /**
   * The message, signed by this identity and encrypted for the originator.
   *
   * @param content id of the content that holds the XML document
   * @param release run when the answer was sent, or cannot be
   */
  public Reply of(
      Message answer,
      ClientIdentity identity,
      X509Certificate originator,
      String content,
      Runnable release) {
    var payload = answer.payload().orElseThrow();
    var container =
        ContentContainer.builder(CONTAINER)
            .data(content, () -> messages.open(answer.id(), payload.number()))
            .signer(ContentSigner.originator(identity.signature()));
    var names = new AttachmentNames(List.of(CONTAINER, content));
    for (var part : answer.attachments()) {
      var ids = names.next(part.name());
      container.attachment(
          ids.reference(), ids.name(), () -> messages.open(answer.id(), part.number()));
    }
    var reader = RoleCertificate.of(Role.ADDRESSEE, Usage.CIPHER, originator);
    return new Reply(
        answer.traits().messageType(),
        List.of(new EncryptedContainer("encrypted0", container.build(), List.of(reader))),
        List.of(),
        List.of(),
        release);
  }
}
