package de.amtsbote.osci.wire;

import de.amtsbote.osci.content.ComposedContent;
import de.amtsbote.osci.content.ComposedPart;
import de.amtsbote.osci.content.ContentComposer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.ContentCipher;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.Resources;
import de.amtsbote.osci.mime.MimeWriter;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.order.OrderWriter;
import de.amtsbote.osci.security.EncryptedElementWriter;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.xml.Markup;
import de.amtsbote.osci.xml.Namespaces;
import java.io.IOException;
import java.security.cert.X509Certificate;

/** Signs, encrypts and packs messages; immutable, for any number of threads. */
public final class MessageComposer {

  private static final String ENCRYPTED_ENVELOPE =
      "<soap:Envelope"
          + Namespaces.DECLARATIONS.replace(" xmlns:osci=\"" + Namespaces.OSCI + "\"", "")
          + " xsi:schemaLocation=\""
          + EnvelopeWriter.schemaLocation("soapMessageEncrypted.xsd")
          + "\"><soap:Body>";
  private static final String FAULT_ENVELOPE =
      "<soap:Envelope xmlns:soap=\""
          + Namespaces.SOAP
          + "\" xmlns:osci=\""
          + Namespaces.OSCI
          + "\"><soap:Body><soap:Fault>";

  private final Spool spool;
  private final AlgorithmPolicy policy;

  /** A composer that writes with the algorithms of a policy. */
  public MessageComposer(Spool spool, AlgorithmPolicy policy) {
    this.spool = spool;
    this.policy = policy;
  }

  /**
   * Composes a message; the caller closes the result. Faults are neither signed nor encrypted.
   *
   * @throws OsciException if content cannot be read, a key cannot be used, or ids are not unique
   */
  public ComposedMessage compose(OutgoingMessage message, OrderSecurity security)
      throws OsciException {
    Resources resources = new Resources();
    try {
      if (message.type() == MessageType.SOAP_FAULT) {
        return new SpooledMessage(fault(message), resources);
      }
      requirePlace(message);
      ComposedContent content =
          new ContentComposer(spool.together(), policy, resources).compose(message.content());
      Markup envelope = new EnvelopeWriter(policy).envelope(message, content, security.signer());
      String boundary = MimeWriter.newBoundary();
      Markup inner = new Markup().text(MimeWriter.head(boundary)).append(envelope);
      for (ComposedPart part : content.parts()) {
        inner
            .text(MimeWriter.attachment(boundary, part.name(), part.octets().length()))
            .spooled(part.octets());
      }
      inner.text(MimeWriter.tail(boundary));
      return security.recipient() == null
          ? new SpooledMessage(inner, resources)
          : encrypted(inner, boundary, security.recipient(), resources);
    } catch (IOException e) {
      resources.close();
      throw e instanceof OsciException osci ? osci : new OsciException(Rule.SOURCE_FAILED, null, e);
    } catch (RuntimeException e) {
      resources.close();
      throw e;
    }
  }

  private static void requirePlace(OutgoingMessage message) {
    boolean empty = message.content() == null || message.content().equals(ContentPackage.EMPTY);
    if (!empty && !message.type().mayCarryContent()) {
      throw new IllegalArgumentException(message.type() + " carries no content");
    }
  }

  private static Markup fault(OutgoingMessage message) {
    String boundary = MimeWriter.FAULT_BOUNDARY;
    return new Markup()
        .text("\r\n")
        .text(MimeWriter.head(boundary))
        .text(EnvelopeWriter.XML_DECLARATION)
        .text(FAULT_ENVELOPE)
        .text(OrderWriter.children(message.type(), message.order()))
        .text("</soap:Fault></soap:Body></soap:Envelope>")
        .text(MimeWriter.tail(boundary));
  }

  private ComposedMessage encrypted(
      Markup inner, String boundary, X509Certificate recipient, Resources resources)
      throws OsciException {
    if (!policy.writesTo(recipient.getPublicKey())) {
      throw new OsciException(Rule.ALGORITHM_REFUSED_TRANSPORT, "key of the recipient");
    }
    AlgorithmPolicy.Written written = policy.written();
    ContentCipher cipher = new ContentCipher(written.cipher(), written.ivLength());
    byte[] key = cipher.newKey();
    Markup envelope =
        new Markup()
            .text(EnvelopeWriter.XML_DECLARATION)
            .text(ENCRYPTED_ENVELOPE)
            .text(
                new EncryptedElementWriter(written)
                    .transport(MimeWriter.ENCRYPTED_ID, key, recipient))
            .text("</soap:Body></soap:Envelope>");
    Markup head =
        new Markup()
            .text(MimeWriter.head(boundary, envelope.length()))
            .append(envelope)
            .text(MimeWriter.encrypted(boundary));
    Markup tail = new Markup().text(MimeWriter.tail(boundary));
    return new EncryptedMessage(head, inner, tail, cipher, key, cipher.newVector(), resources);
  }
}
