package de.amtsbote.osci.client;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.ContentSource;
import de.amtsbote.osci.content.EncryptedContainer;
import de.amtsbote.osci.content.OutgoingContent;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be delivered to whom. Everything added goes into one content container, which the
 * client signs as author (or others do) and encrypts for the addressee, or for whom the addressee
 * takes it, and further readers.
 */
public final class OutgoingDelivery {

  private final X509Certificate addressee;
  private final List<OutgoingContent> contents = new ArrayList<>();
  private final List<X509Certificate> readers = new ArrayList<>();
  private final List<KeyOperations> authors = new ArrayList<>();
  private final List<HeaderBlock> headers = new ArrayList<>();
  private String containerId = "container0";
  private String subject;
  private X509Certificate reader;
  private boolean encrypted = true;
  private boolean signed = true;

  private OutgoingDelivery(X509Certificate addressee) {
    this.addressee = addressee;
  }

  /** A delivery into the mailbox of this cipher certificate. */
  public static OutgoingDelivery to(X509Certificate addresseeCipher) {
    return new OutgoingDelivery(addresseeCipher);
  }

  /** A subject that the intermediary can read; not confidential. */
  public OutgoingDelivery subject(String text) {
    subject = text;
    return this;
  }

  /** The reference name of the container, where the recipient expects one. */
  public OutgoingDelivery container(String refId) {
    containerId = refId;
    return this;
  }

  /** Adds data that travel in the XML; for payloads of a few megabytes at most. */
  public OutgoingDelivery data(String refId, ContentSource source) {
    contents.add(new OutgoingContent.Data(refId, source));
    return this;
  }

  /** Adds data in memory. */
  public OutgoingDelivery data(String refId, byte[] octets) {
    return data(refId, ContentSource.of(octets));
  }

  /** Adds an attachment of any size. */
  public OutgoingDelivery attachment(String refId, String name, ContentSource source) {
    contents.add(new OutgoingContent.Attachment(refId, name, source));
    return this;
  }

  /** Encrypts for this reader instead of the addressee, who only keeps it for him. */
  public OutgoingDelivery readBy(X509Certificate readerCipher) {
    reader = readerCipher.equals(addressee) ? null : readerCipher;
    return this;
  }

  /** Leaves the content open for all who forward it; where the agreed service wants it so. */
  public OutgoingDelivery readableByAll() {
    encrypted = false;
    return this;
  }

  /** Lets no author sign the content; where the agreed service wants it so. */
  public OutgoingDelivery unsigned() {
    signed = false;
    return this;
  }

  /** Lets somebody else read it too. */
  public OutgoingDelivery alsoFor(X509Certificate readerCipher) {
    readers.add(readerCipher);
    return this;
  }

  /** Lets another author sign instead of the client; may be called for several. */
  public OutgoingDelivery signedBy(KeyOperations author) {
    authors.add(author);
    return this;
  }

  /** Adds a header block of a foreign name space. */
  public OutgoingDelivery header(HeaderBlock block) {
    headers.add(block);
    return this;
  }

  X509Certificate addressee() {
    return addressee;
  }

  String subject() {
    return subject;
  }

  List<HeaderBlock> headers() {
    return headers;
  }

  RoleCertificates certificates(ClientIdentity client) {
    var certificates = RoleCertificates.builder().addAll(client.certificates());
    authors.forEach(
        author -> certificates.add(Role.OTHER_AUTHOR, Usage.SIGNATURE, author.certificate()));
    certificates.add(RoleCertificate.of(Role.ADDRESSEE, Usage.CIPHER, addressee));
    if (encrypted) {
      readerCertificates().stream()
          .filter(it -> it.role() != Role.ADDRESSEE)
          .forEach(certificates::add);
    }
    return certificates.build();
  }

  ContentPackage content(ClientIdentity client) {
    var signers = new ArrayList<ContentSigner>();
    for (var author : authors) {
      signers.add(ContentSigner.otherAuthor(signers.size(), author));
    }
    if (signers.isEmpty() && signed) {
      signers.add(ContentSigner.originator(client.signature()));
    }
    var container = new ContentContainer(containerId, contents, List.of(), signers);
    return encrypted
        ? ContentPackage.of(new EncryptedContainer("encrypted0", container, readerCertificates()))
        : ContentPackage.of(container);
  }

  private List<RoleCertificate> readerCertificates() {
    var certificates = new ArrayList<RoleCertificate>();
    var others = new ArrayList<X509Certificate>(readers);
    if (reader == null) {
      certificates.add(RoleCertificate.of(Role.ADDRESSEE, Usage.CIPHER, addressee));
    } else {
      others.add(0, reader);
    }
    for (int i = 0; i < others.size(); i++) {
      certificates.add(RoleCertificate.of(Role.OTHER_READER, i, Usage.CIPHER, others.get(i)));
    }
    return certificates;
  }
}
