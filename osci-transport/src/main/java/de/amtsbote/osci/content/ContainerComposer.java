package de.amtsbote.osci.content;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.AlgorithmPolicy.Written;
import de.amtsbote.osci.crypto.ContentCipher;
import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.Base64Lines;
import de.amtsbote.osci.io.DigestOutput;
import de.amtsbote.osci.io.Resources;
import de.amtsbote.osci.io.TeeInput;
import de.amtsbote.osci.model.ReservedIds;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.security.EncryptedElementWriter;
import de.amtsbote.osci.security.Reference.Transform;
import de.amtsbote.osci.security.SignatureWriter;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import de.amtsbote.osci.xml.Escape;
import de.amtsbote.osci.xml.Markup;
import de.amtsbote.osci.xml.Namespaces;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Signs and encrypts content containers, the innermost first. */
final class ContainerComposer {

  private static final String END = "</osci:ContentContainer>";

  private record Signed(Markup markup, List<PartDigest> parts) {}

  private record PartDigest(String name, byte[] digest) {}

  private final Spool spool;
  private final AlgorithmPolicy policy;
  private final Written written;
  private final AttachmentComposer attachments;
  private final EncryptedElementWriter encryptedElements;
  private final ContainerSigner signer;
  private final Set<String> ids = new HashSet<>();

  ContainerComposer(Spool spool, AlgorithmPolicy policy, AttachmentComposer attachments) {
    this.spool = spool;
    this.policy = policy;
    this.written = policy.written();
    this.attachments = attachments;
    this.encryptedElements = new EncryptedElementWriter(written);
    this.signer = new ContainerSigner(policy);
  }

  /** A container that everybody may read. */
  Markup plain(ContentContainer container, Resources resources) throws IOException {
    return container(container, null, resources).markup().text(END);
  }

  /** An encrypted container, from its attributes to its end tag. */
  Markup encrypted(EncryptedContainer container, Resources resources) throws IOException {
    unique(container.id());
    for (RoleCertificate reader : container.readers()) {
      if (!policy.writesTo(reader.certificate().getPublicKey())) {
        throw new OsciException(Rule.ALGORITHM_REFUSED_CONTENT, "key of " + reader.id());
      }
    }
    ContentCipher cipher = new ContentCipher(written.cipher(), written.ivLength());
    byte[] key = cipher.newKey();
    try (Resources temporary = new Resources()) {
      List<String> attachmentKeys = new ArrayList<>();
      Markup plain = container(container.container(), attachmentKeys, temporary).markup();
      for (String attachmentKey : attachmentKeys) {
        plain.text("<xenc:EncryptedData").repeatedDeclarations().text(attachmentKey);
      }
      SpoolFile text = spool.create();
      resources.own(text::close);
      try (InputStream in = plain.text(END).open()) {
        Base64Lines.encode(cipher.encrypt(key, cipher.newVector(), in), text.output());
      }
      text.finish();
      return new Markup()
          .text(encryptedElements.upToCipherText(container.id(), key, container.readers()))
          .spooled(text)
          .text(EncryptedElementWriter.afterCipherText());
    } catch (GeneralSecurityException e) {
      throw new OsciException(Rule.KEY_OPERATION, "encrypting a container", e);
    }
  }

  /** A container without its end tag; keys of its attachments are added to the list. */
  private Signed container(ContentContainer container, List<String> keys, Resources resources)
      throws IOException {
    unique(container.id());
    SignatureWriter references = new SignatureWriter(written.digest());
    List<PartDigest> parts = new ArrayList<>();
    Markup contents = new Markup();
    for (OutgoingContent content : container.contents()) {
      unique(content.refId());
      String attribute = " Id=\"" + Escape.attribute(content.refId()) + "\"";
      String uri = "#" + content.refId();
      if (content instanceof OutgoingContent.Data data) {
        references.reference(uri, Transform.BASE64, data(data, contents, attribute, resources));
      } else if (content instanceof OutgoingContent.Attachment attachment) {
        String rest = attribute + " href=\"cid:" + attachment.name() + "\"></osci:Content>";
        contents.text("<osci:Content" + rest);
        references.reference(
            uri,
            Transform.CANONICAL,
            digest(new Markup().text("<osci:Content" + Namespaces.DECLARATIONS + rest)));
        parts.add(new PartDigest(attachment.name(), attach(attachment, keys)));
      } else if (content instanceof OutgoingContent.Nested nested) {
        Signed inner = container(nested.container(), keys, resources);
        inner.markup().text(END + "</osci:Content>");
        contents.text("<osci:Content" + attribute + ">").append(inner.markup());
        Markup apex =
            new Markup().text("<osci:Content" + Namespaces.DECLARATIONS + attribute + ">");
        references.reference(uri, Transform.CANONICAL, digest(apex.append(inner.markup())));
        parts.addAll(inner.parts());
      }
    }
    for (PartDigest part : parts) {
      references.reference("cid:" + part.name(), Transform.NONE, part.digest());
    }
    for (EncryptedContainer nested : container.encrypted()) {
      Markup rest = encrypted(nested, resources);
      contents.text("<xenc:EncryptedData").repeatedDeclarations().append(rest);
      Markup apex = new Markup().text("<xenc:EncryptedData" + Namespaces.DECLARATIONS);
      references.reference("#" + nested.id(), Transform.CANONICAL, digest(apex.append(rest)));
    }
    Markup markup =
        new Markup()
            .text("<osci:ContentContainer")
            .repeatedDeclarations()
            .text(" Id=\"" + Escape.attribute(container.id()) + "\">");
    int number = 0;
    for (ContentSigner author : container.signers()) {
      markup.text(signer.sign(author, container.id() + "TS" + number++, references));
    }
    return new Signed(markup.append(contents), parts);
  }

  private byte[] data(
      OutgoingContent.Data data, Markup contents, String attribute, Resources resources)
      throws IOException {
    MessageDigest digest = CryptoProviders.digest(written.digest());
    SpoolFile text = spool.create();
    resources.own(text::close);
    try (InputStream in = data.source().open()) {
      Base64Lines.encode(new TeeInput(in, new DigestOutput(List.of(digest))), text.output());
    }
    text.finish();
    contents
        .text("<osci:Content><osci:Base64Content" + attribute + ">")
        .spooled(text)
        .text("</osci:Base64Content></osci:Content>");
    return digest.digest();
  }

  private byte[] attach(OutgoingContent.Attachment attachment, List<String> keys)
      throws IOException {
    if (keys == null) {
      return attachments.plain(attachment.name(), attachment.source());
    }
    unique("Attachment" + attachment.name());
    byte[] key = new ContentCipher(written.cipher(), written.ivLength()).newKey();
    keys.add(encryptedElements.attachmentKey(attachment.name(), key));
    return attachments.encrypted(attachment.name(), attachment.source(), key);
  }

  private byte[] digest(Markup markup) throws IOException {
    MessageDigest digest = CryptoProviders.digest(written.digest());
    markup.writeCanonicalTo(new DigestOutput(List.of(digest)));
    return digest.digest();
  }

  private void unique(String id) throws OsciException {
    if (ReservedIds.contain(id) || !ids.add(id)) {
      throw new OsciException(Rule.DUPLICATE_ID, id);
    }
  }
}
