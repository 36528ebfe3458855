package de.amtsbote.gateway.xta.v31;

import de.amtsbote.gateway.xta.XtaCode;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaMetadata;
import de.amtsbote.gateway.xta.XtaParty;
import de.amtsbote.gateway.xta.XtaTimes;
import java.time.DateTimeException;
import java.util.List;
import org.w3c.dom.Element;

/** MessageMetaData between XML and the model. */
public final class MetadataXml {

  private static final String TYPE = "type";

  private MetadataXml() {}

  /**
   * Reads an element that obeys the schema.
   *
   * @throws XtaException {@link XtaError#PARAMETERS_CONTRADICT} for a time that no calendar has
   */
  public static XtaMetadata read(Element root) {
    try {
      return metadata(root);
    } catch (DateTimeException | NumberFormatException e) {
      throw new XtaException(
          XtaError.PARAMETERS_CONTRADICT, "the meta data hold an impossible time or size", e);
    }
  }

  private static XtaMetadata metadata(Element root) {
    var ids = Elements.one(root, "MsgIdentification");
    var process = Elements.find(ids, "ProcessRef");
    var qualifier = Elements.one(root, "Qualifier");
    var type = Elements.one(qualifier, "MessageType");
    var attributes = Elements.one(root, "DeliveryAttributes");
    var size = Elements.text(root, "MsgSize");
    return new XtaMetadata(
        Elements.text(ids, "MessageID"),
        Elements.texts(ids, "In-Reply-To"),
        process.map(it -> Elements.text(it, "Requester")).orElse(null),
        process.map(it -> Elements.text(it, "Responder")).orElse(null),
        party(Elements.one(Elements.one(root, "Originators"), "Author")),
        party(Elements.one(Elements.one(root, "Destinations"), "Reader")),
        Elements.text(qualifier, "Subject"),
        Elements.text(qualifier, "Service"),
        scenario(Elements.one(qualifier, "BusinessScenario")),
        code(type),
        Elements.attribute(type, "payloadSchema"),
        Elements.text(attributes, "ServiceQuality"),
        times(attributes),
        size == null ? null : Long.valueOf(size),
        root.getAttribute("TestMsg").strip().matches("true|1"));
  }

  /** Reads an Author or Reader element. */
  public static XtaParty party(Element party) {
    var id = Elements.one(party, "Identifier");
    return new XtaParty(
        Elements.attribute(id, TYPE),
        Elements.text(id),
        Elements.attribute(id, "name"),
        Elements.attribute(id, "category"));
  }

  private static XtaCode scenario(Element scenario) {
    return Elements.find(scenario, "Defined")
        .map(MetadataXml::code)
        .orElseGet(() -> new XtaCode(null, null, Elements.text(scenario, "Undefined")));
  }

  private static XtaCode code(Element code) {
    return new XtaCode(
        Elements.attribute(code, "listURI"),
        Elements.attribute(code, "listVersionID"),
        Elements.text(code, "code"));
  }

  private static XtaTimes times(Element attributes) {
    return new XtaTimes(
        Times.time(Elements.text(attributes, "Origin")),
        Times.time(Elements.text(attributes, "InitialSend")),
        Times.time(Elements.text(attributes, "NotBefore")),
        Times.date(Elements.text(attributes, "ObsoleteAfter")),
        Times.time(Elements.text(attributes, "Delivery")),
        Times.time(Elements.text(attributes, "InitialFetch")),
        Times.time(Elements.text(attributes, "Reception")));
  }

  /** Writes the model. */
  public static Element write(XtaMetadata metadata) {
    var root = Tree.root(Names.METADATA, "MessageMetaData");
    if (metadata.test()) {
      root.attribute("TestMsg", true);
    }
    var attributes = root.child("DeliveryAttributes");
    stamp(attributes, metadata.times(), metadata.quality());
    party(root.child("Originators"), "Author", metadata.author());
    party(root.child("Destinations"), "Reader", metadata.reader());
    identification(
        root.child("MsgIdentification"),
        metadata.messageId(),
        metadata.inReplyTo(),
        metadata.requester(),
        metadata.responder());
    qualifier(root.child("Qualifier"), metadata);
    return root.text("MsgSize", metadata.size()).element();
  }

  private static void stamp(Tree attributes, XtaTimes times, String quality) {
    attributes
        .text("Origin", times.origin())
        .text("InitialSend", times.initialSend())
        .text("NotBefore", times.notBefore())
        .text("ObsoleteAfter", times.obsoleteAfter())
        .text("Delivery", times.delivery())
        .text("InitialFetch", times.initialFetch())
        .text("Reception", times.reception())
        .text("ServiceQuality", quality);
  }

  /** The header that says who calls. */
  public static Element author(XtaParty party) {
    var holder = Tree.root(Names.METADATA, "Originators");
    party(holder, "Author", party);
    return Elements.one(holder.element(), "Author");
  }

  static void party(Tree parent, String name, XtaParty party) {
    parent
        .child(Names.METADATA, name)
        .child("Identifier")
        .attribute(TYPE, party.type())
        .attribute("name", party.name())
        .attribute("category", party.category())
        .content(party.id());
  }

  private static void identification(
      Tree ids, String id, List<String> inReplyTo, String requester, String responder) {
    ids.text(Names.ADDRESSING, "MessageID", id);
    inReplyTo.forEach(it -> ids.text("In-Reply-To", it));
    if (requester != null || responder != null) {
      ids.child("ProcessRef").text("Requester", requester).text("Responder", responder);
    }
  }

  /**
   * The order of an answer, in the words of whoever asked; the element itself is changed.
   *
   * @param question what they call the message that is answered
   * @param requester what they call the case; null for what stands there
   */
  public static Element answering(Element root, String question, String requester) {
    var ids = Elements.one(root, "MsgIdentification");
    var process = Elements.find(ids, "ProcessRef");
    var responder = process.map(it -> Elements.text(it, "Responder")).orElse(null);
    var known = process.map(it -> Elements.text(it, "Requester")).orElse(null);
    var id = Elements.text(ids, "MessageID");
    while (ids.hasChildNodes()) {
      ids.removeChild(ids.getFirstChild());
    }
    identification(
        Tree.at(ids), id, List.of(question), requester == null ? known : requester, responder);
    return root;
  }

  private static void qualifier(Tree qualifier, XtaMetadata metadata) {
    qualifier.text("Subject", metadata.subject()).text("Service", metadata.service());
    var scenario = qualifier.child("BusinessScenario");
    if (metadata.scenario().listUri() == null) {
      scenario.text("Undefined", metadata.scenario().code());
    } else {
      code(scenario.child("Defined"), metadata.scenario());
    }
    var type = qualifier.child("MessageType");
    type.attribute("payloadSchema", metadata.payloadSchema());
    code(type, metadata.messageType());
  }

  static void code(Tree tree, XtaCode code) {
    tree.attribute("listURI", code.listUri())
        .attribute("listVersionID", code.listVersion())
        .text(null, "code", code.code());
  }

  /** Gives meta data another message id. */
  public static void identify(Element root, String messageId) {
    Elements.one(Elements.one(root, "MsgIdentification"), "MessageID").setTextContent(messageId);
  }

  /**
   * What the author wrote, with the times and the size as this server knows them, whatever the
   * client entered there; the element itself is changed.
   */
  public static Element stamped(Element root, XtaTimes times, Long size) {
    var attributes = Elements.one(root, "DeliveryAttributes");
    var receipts = Elements.find(attributes, "ReceiptRequests");
    var quality = Elements.text(attributes, "ServiceQuality");
    while (attributes.hasChildNodes()) {
      attributes.removeChild(attributes.getFirstChild());
    }
    stamp(Tree.at(attributes), times, quality);
    receipts.ifPresent(attributes::appendChild);
    Elements.find(root, "MsgSize").ifPresent(root::removeChild);
    return Tree.at(root).text("MsgSize", size).element();
  }
}
