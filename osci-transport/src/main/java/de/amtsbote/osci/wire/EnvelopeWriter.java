package de.amtsbote.osci.wire;

import de.amtsbote.osci.content.ComposedContent;
import de.amtsbote.osci.content.ComposedPart;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.DigestOutput;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.order.OrderWriter;
import de.amtsbote.osci.security.Reference.Transform;
import de.amtsbote.osci.security.SignatureWriter;
import de.amtsbote.osci.xml.Markup;
import de.amtsbote.osci.xml.Namespaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the SOAP envelope of an order or answer and signs it. */
final class EnvelopeWriter {

  static final String XML_DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n\r\n";

  private final AlgorithmPolicy policy;

  EnvelopeWriter(AlgorithmPolicy policy) {
    this.policy = policy;
  }

  /** The value of xsi:schemaLocation that peers compare to the letter. */
  static String schemaLocation(String schemaFile) {
    return Namespaces.SOAP
        + " "
        + schemaFile
        + " "
        + Namespaces.DS
        + " oscisig.xsd "
        + Namespaces.XENC
        + " oscienc.xsd";
  }

  Markup envelope(OutgoingMessage message, ComposedContent content, KeyOperations signer)
      throws IOException {
    List<HeaderWriter.Block> blocks = HeaderWriter.blocks(message);
    Set<String> ids = new HashSet<>();
    for (HeaderWriter.Block block : blocks) {
      if (!ids.add(block.id())) {
        throw new OsciException(Rule.DUPLICATE_ID, block.id());
      }
    }
    Markup body = body(message, content);
    Markup envelope =
        new Markup()
            .text(XML_DECLARATION)
            .text("<soap:Envelope" + Namespaces.DECLARATIONS + " xsi:schemaLocation=\"")
            .text(schemaLocation(message.type().schemaFile()))
            .text("\"><soap:Header>")
            .text(blocks.get(0).xml());
    if (signer != null) {
      envelope.text(signature(message, blocks, body, content.parts(), signer));
    }
    blocks.stream().skip(1).forEach(block -> envelope.text(block.xml()));
    return envelope.text("</soap:Header>").append(body).text("</soap:Envelope>");
  }

  private static Markup body(OutgoingMessage message, ComposedContent content) {
    Markup body = new Markup().text("<soap:Body" + Namespaces.DECLARATIONS + " Id=\"body\">");
    MessageType type = message.type();
    switch (type.body()) {
      case ORDER -> {
        body.text("<osci:" + type.elementName() + ">");
        body.text(OrderWriter.children(type, message.order()));
        body.text("</osci:" + type.elementName() + ">");
      }
      case CONTENT_PACKAGE, OPTIONAL_CONTENT_PACKAGE ->
          body.text("<osci:ContentPackage>")
              .append(content.children())
              .text("</osci:ContentPackage>");
      default -> {
        // an empty body
      }
    }
    return body.text("</soap:Body>");
  }

  private String signature(
      OutgoingMessage message,
      List<HeaderWriter.Block> blocks,
      Markup body,
      List<ComposedPart> parts,
      KeyOperations signer)
      throws IOException {
    SignatureWriter writer = new SignatureWriter(policy.written().digest());
    MessageDigest digest = CryptoProviders.digest(policy.written().digest());
    for (HeaderWriter.Block block : blocks) {
      byte[] value = digest.digest(block.xml().getBytes(StandardCharsets.UTF_8));
      writer.reference("#" + block.id(), Transform.CANONICAL, value);
    }
    body.writeCanonicalTo(new DigestOutput(List.of(digest)));
    writer.reference("#body", Transform.CANONICAL, digest.digest());
    for (ComposedPart part : parts) {
      writer.reference("cid:" + part.name(), Transform.NONE, part.digest());
    }
    boolean client = !message.type().isAnswer();
    String name = client ? "ClientSignature" : "SupplierSignature";
    String id = client ? "clientsignature" : "suppliersignature";
    String signature =
        writer.sign(
            signer,
            policy.signatureFor(signer.certificate().getPublicKey()),
            certificate(message, signer).id(),
            "");
    return "<osci:"
        + name
        + " Id=\""
        + id
        + "\""
        + HeaderWriter.NEXT
        + ">"
        + signature
        + "</osci:"
        + name
        + ">";
  }

  private static RoleCertificate certificate(OutgoingMessage message, KeyOperations signer)
      throws OsciException {
    return message.certificates().all().stream()
        .filter(candidate -> candidate.usage() == Usage.SIGNATURE)
        .filter(candidate -> CertificateRules.maySign(message.type(), candidate.role()))
        .filter(candidate -> CertificateRules.mayStandIn(message.type(), candidate))
        .filter(candidate -> signer.belongsTo(candidate.certificate()))
        .findFirst()
        .orElseThrow(() -> new OsciException(Rule.ORDER_SIGNER, "not among the certificates"));
  }
}
