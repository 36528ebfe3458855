package de.amtsbote.osci.wire;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.FeatureDescription;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.QualityOfTimestamp;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.order.OrderWriter;
import de.amtsbote.osci.security.Certificates;
import de.amtsbote.osci.xml.Escape;
import de.amtsbote.osci.xml.Namespaces;
import de.amtsbote.osci.xml.XmlCursor;
import de.amtsbote.osci.xml.XmlLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Writes the header blocks of a message in their canonical form and in the order of K§5. */
final class HeaderWriter {

  /** A header block that a signature refers to by its id. */
  record Block(String id, String xml) {}

  static final String NEXT =
      " soap:actor=\"http://schemas.xmlsoap.org/soap/actor/next\" soap:mustUnderstand=\"1\"";
  private static final String NONE =
      " soap:actor=\"http://www.w3.org/2001/12/soap-envelope/actor/none\" soap:mustUnderstand=\"1\"";
  private static final XmlLimits FOREIGN = new XmlLimits(16 << 20, 100, 1000, 1_000_000, 64 << 20);

  private final OutgoingMessage message;
  private final List<Block> blocks = new ArrayList<>();

  private HeaderWriter(OutgoingMessage message) {
    this.message = message;
  }

  /** All blocks but the signature, which stands behind the first of them. */
  static List<Block> blocks(OutgoingMessage message) throws OsciException {
    return new HeaderWriter(message).write();
  }

  private List<Block> write() throws OsciException {
    controlBlock(message.control());
    if (!message.languages().isEmpty()) {
      String list = Escape.attribute(String.join(" ", message.languages()));
      block("DesiredLanguages", "desiredlanguages", " LanguagesList=\"" + list + "\"" + NEXT, "");
    }
    message.qualities().forEach(this::quality);
    if (message.type().place() == MessageType.Place.HEADER) {
      order();
    }
    certificates();
    features();
    for (HeaderBlock header : message.headers()) {
      blocks.add(new Block(header.id(), foreign(header)));
    }
    return blocks;
  }

  private void block(String name, String id, String attributesBehindId, String content) {
    blocks.add(
        new Block(
            id,
            "<osci:"
                + name
                + Namespaces.DECLARATIONS
                + " Id=\""
                + id
                + "\""
                + attributesBehindId
                + ">"
                + content
                + "</osci:"
                + name
                + ">"));
  }

  private void controlBlock(ControlBlock control) {
    StringBuilder xml = new StringBuilder("<osci:ControlBlock").append(Namespaces.DECLARATIONS);
    if (control.conversationId() != null) {
      xml.append(" ConversationId=\"").append(Escape.attribute(control.conversationId()));
      xml.append('"');
    }
    xml.append(" Id=\"controlblock\"");
    if (control.sequenceNumber() != null) {
      xml.append(" SequenceNumber=\"").append(control.sequenceNumber()).append('"');
    }
    xml.append(NEXT).append('>');
    text(xml, "Response", control.response());
    text(xml, "Challenge", control.challenge());
    blocks.add(new Block("controlblock", xml.append("</osci:ControlBlock>").toString()));
  }

  private static void text(StringBuilder xml, String name, String value) {
    if (value != null) {
      xml.append("<osci:").append(name).append('>').append(Escape.text(value));
      xml.append("</osci:").append(name).append('>');
    }
  }

  private void quality(QualityOfTimestamp quality) {
    String service = quality.service().name().toLowerCase(Locale.ROOT);
    block(
        "QualityOfTimestamp",
        "qualityoftimestamp_" + service,
        " Quality=\""
            + (quality.cryptographic() ? "cryptographic" : "plain")
            + "\" Service=\""
            + service
            + "\""
            + NEXT,
        "");
  }

  private void order() {
    MessageType type = message.type();
    String prefix = type.isPartial() ? "osci2017:" : "osci:";
    String declarations = type.isPartial() ? Namespaces.DECLARATIONS_2017 : Namespaces.DECLARATIONS;
    String xml =
        "<"
            + prefix
            + type.elementName()
            + declarations
            + " Id=\""
            + type.orderId()
            + "\""
            + NEXT
            + ">"
            + OrderWriter.children(type, message.order())
            + "</"
            + prefix
            + type.elementName()
            + ">";
    blocks.add(new Block(type.orderId(), xml));
  }

  private void certificates() throws OsciException {
    StringBuilder intermediary = new StringBuilder();
    StringBuilder others = new StringBuilder();
    List<RoleCertificate> sorted =
        message.certificates().all().stream()
            .filter(certificate -> CertificateRules.mayStandIn(message.type(), certificate))
            .sorted(
                Comparator.comparing(RoleCertificate::usage).thenComparing(RoleCertificate::role))
            .toList();
    for (RoleCertificate certificate : sorted) {
      StringBuilder target = certificate.role() == Role.INTERMEDIARY ? intermediary : others;
      String name = certificate.elementName();
      target.append("<osci:").append(name);
      if (!certificate.id().isEmpty()) {
        target.append(" Id=\"").append(Escape.attribute(certificate.id())).append('"');
      }
      target.append('>');
      target.append(Certificates.write(certificate.certificate()));
      target.append("</osci:").append(name).append('>');
    }
    if (!intermediary.isEmpty()) {
      block("IntermediaryCertificates", "intermediarycertificates", NONE, intermediary.toString());
    }
    if (!others.isEmpty() || !message.type().isAnswer()) {
      block("NonIntermediaryCertificates", "nonintermediarycertificates", NONE, others.toString());
    }
  }

  private void features() {
    FeatureDescription features = message.features();
    if (features == null) {
      return;
    }
    StringBuilder xml =
        new StringBuilder("<osci2017:FeatureDescription").append(Namespaces.DECLARATIONS_2017);
    limit(xml, "ChunkMessageTimeout", features.chunkMessageTimeout());
    xml.append(" Id=\"featuredescription\"");
    limit(xml, "MaxChunkSize", features.maxChunkSize());
    limit(xml, "MaxMessageSize", features.maxMessageSize());
    limit(xml, "MinChunkSize", features.minChunkSize());
    xml.append("><osci2017:SupportedFeatures>");
    for (FeatureDescription.Feature feature : features.features()) {
      xml.append("<osci2017:Feature Key=\"").append(Escape.attribute(feature.key()));
      xml.append("\" Version=\"").append(Escape.attribute(feature.version()));
      xml.append("\"></osci2017:Feature>");
    }
    xml.append("</osci2017:SupportedFeatures></osci2017:FeatureDescription>");
    blocks.add(new Block("featuredescription", xml.toString()));
  }

  private static void limit(StringBuilder xml, String name, Long value) {
    if (value != null) {
      xml.append(' ').append(name).append("=\"").append(value).append('"');
    }
  }

  /** Whatever the caller gives, what is written is canonical where it stands. */
  private static String foreign(HeaderBlock header) throws OsciException {
    ByteArrayOutputStream canonical = new ByteArrayOutputStream();
    XmlCursor cursor =
        new XmlCursor(new ByteArrayInputStream(header.octets()), FOREIGN, Namespaces.base());
    cursor.root();
    if (!header.id().equals(cursor.attribute("Id"))) {
      throw new OsciException(Rule.STRUCTURE, "header block without its Id");
    }
    cursor.tap(canonical);
    cursor.skip();
    cursor.finish();
    return canonical.toString(StandardCharsets.UTF_8);
  }
}
