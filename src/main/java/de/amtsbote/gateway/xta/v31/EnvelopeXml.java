package de.amtsbote.gateway.xta.v31;

import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.transform.dom.DOMSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Envelopes as a client writes and reads them; contents stay outside, in MIME parts. */
public final class EnvelopeXml {

  private static final String FAULT = Names.ADDRESSING + "/soap/fault";

  private EnvelopeXml() {}

  /**
   * A call.
   *
   * @param to address of the port
   * @param headers header blocks beside addressing
   * @param body null for an empty body
   */
  public static byte[] call(
      XtaOperation operation, String to, List<Element> headers, Element body) {
    var root = Tree.root(Names.SOAP, "Envelope");
    var header = root.child("Header");
    header
        .text(Names.ADDRESSING, "Action", operation.action())
        .text(Names.ADDRESSING, "MessageID", "urn:uuid:" + UUID.randomUUID())
        .text(Names.ADDRESSING, "To", to);
    header.child(Names.ADDRESSING, "ReplyTo").text("Address", Names.ADDRESSING + "/anonymous");
    headers.forEach(header::append);
    var content = root.child("Body");
    if (body != null) {
      content.append(body);
    }
    return Xml.octets(root.element());
  }

  /**
   * A fault of a server that has not read the call.
   *
   * @param operation null when it is not known
   * @param isOurs whether the server is the cause, and not the caller
   * @param reason for people, in English
   */
  public static byte[] fault(
      XtaError error, XtaOperation operation, boolean isOurs, String reason) {
    var root = Tree.root(Names.SOAP, "Envelope");
    root.child("Header")
        .text(Names.ADDRESSING, "Action", operation == null ? FAULT : operation.action())
        .text(Names.ADDRESSING, "MessageID", "urn:uuid:" + UUID.randomUUID())
        .text(Names.ADDRESSING, "To", Names.ADDRESSING + "/anonymous");
    var fault = root.child("Body").child("Fault");
    fault.child("Code").text("Value", isOurs ? "soap:Receiver" : "soap:Sender");
    fault.child("Reason").child("Text").attribute("xml:lang", "en").content(reason);
    fault.child("Detail").append(FaultXml.write(error, operation));
    return Xml.octets(root.element());
  }

  /** The body of a container whose parts are referred to, to be put into a call. */
  public static Element container(List<ContainerXml.Reference> parts) {
    var node = ((DOMSource) ContainerXml.of(parts)).getNode();
    return node instanceof Document document ? document.getDocumentElement() : (Element) node;
  }

  /** The body of a container that holds a text, where a sealed element is to stand. */
  public static Element container(String text) {
    return Tree.root(Names.XTA, "GenericContentContainer").content(text).element();
  }

  /**
   * What a small answer holds.
   *
   * @param headers header blocks
   * @param body the element in the body; empty for an empty body
   */
  public record Answer(List<Element> headers, Optional<Element> body) {

    /** The header block of this name. */
    public Optional<Element> header(String name) {
      return headers.stream().filter(it -> name.equals(it.getLocalName())).findFirst();
    }
  }

  /**
   * Reads a small answer.
   *
   * @param parts what it may refer to
   * @throws XtaException the refusal, with {@link XtaError#UNSPECIFIED} for a fault without number
   * @throws IOException when it is no answer at all
   */
  public static Answer answer(byte[] octets, PartSource parts) throws IOException {
    var root = Xml.parse(octets);
    IncludedText.inline(root, parts);
    if (!"Envelope".equals(root.getLocalName())) {
      throw new IOException("the answer is no SOAP envelope");
    }
    var body =
        Elements.find(root, "Body")
            .orElseThrow(() -> new IOException("the answer has no SOAP body"));
    var content = Elements.all(body).stream().findFirst();
    if (content.isPresent() && "Fault".equals(content.get().getLocalName())) {
      throw fault(content.get());
    }
    var headers = Elements.find(root, "Header").map(Elements::all).orElse(List.of());
    return new Answer(headers, content);
  }

  /** One without a number that is known says by its code at least whose fault it is. */
  static XtaException fault(Element fault) {
    var number = Elements.find(fault, "Detail").flatMap(FaultXml::code);
    var error = number.flatMap(XtaError::of);
    var details =
        number.map(it -> "the server refused with " + it).orElse("the server answered a fault");
    return error.isEmpty() && blamesCaller(fault)
        ? XtaException.blamingCaller(details)
        : new XtaException(error.orElse(XtaError.UNSPECIFIED), details);
  }

  /** SOAP 1.2, section 5.4.6: all codes but Receiver. */
  private static boolean blamesCaller(Element fault) {
    return Elements.find(fault, "Code")
        .flatMap(it -> Elements.find(it, "Value"))
        .map(Elements::text)
        .filter(it -> !it.endsWith("Receiver"))
        .isPresent();
  }
}
