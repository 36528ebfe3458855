package de.amtsbote.osci.wire;

import de.amtsbote.osci.xml.Namespaces;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.URIDereferencer;
import javax.xml.crypto.XMLCryptoContext;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A plain message in the hands of the XML signatures of the JDK, which know nothing of OSCI. */
final class Foreign {

  private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");
  private static final String ENVELOPE_END = "</soap:Envelope>";

  static {
    Init.init();
  }

  private final String head;
  private final String tail;
  private final Document document;
  private final URIDereferencer parts = this::dereference;

  Foreign(byte[] message) throws IOException {
    String text = new String(message, StandardCharsets.ISO_8859_1);
    int start = text.indexOf("<soap:Envelope");
    int end = text.indexOf(ENVELOPE_END) + ENVELOPE_END.length();
    head = text.substring(0, start);
    tail = text.substring(end);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    try {
      document =
          factory
              .newDocumentBuilder()
              .parse(
                  new ByteArrayInputStream(
                      text.substring(start, end).getBytes(StandardCharsets.ISO_8859_1)));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(e);
    }
    all("*").stream()
        .filter(element -> element.hasAttribute("Id"))
        .forEach(element -> element.setIdAttribute("Id", true));
  }

  /** The message as it is now. */
  byte[] octets() {
    try {
      ByteArrayOutputStream xml = new ByteArrayOutputStream();
      Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_OMIT_COMMENTS)
          .canonicalizeSubtree(document, xml);
      String text = head + xml.toString(StandardCharsets.ISO_8859_1) + tail;
      return text.getBytes(StandardCharsets.ISO_8859_1);
    } catch (XMLSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Element> all(String name) {
    List<Element> all = new ArrayList<>();
    var nodes = document.getElementsByTagNameNS("*", name);
    for (int i = 0; i < nodes.getLength(); i++) {
      all.add((Element) nodes.item(i));
    }
    return all;
  }

  Element first(String name) {
    return all(name).get(0);
  }

  private javax.xml.crypto.Data dereference(
      javax.xml.crypto.URIReference reference, XMLCryptoContext context)
      throws javax.xml.crypto.URIReferenceException {
    String uri = reference.getURI();
    return uri.startsWith("cid:")
        ? new OctetStreamData(new ByteArrayInputStream(part(uri.substring("cid:".length()))))
        : FACTORY.getURIDereferencer().dereference(reference, context);
  }

  /** The octets of a part. */
  byte[] part(String name) {
    int header = tail.indexOf("Content-ID: <" + name + ">");
    int start = tail.indexOf("\r\n\r\n", header) + 4;
    return tail.substring(start, tail.indexOf("\r\n--MIME_boundary", start))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private List<String> partNames() {
    List<String> names = new ArrayList<>();
    java.util.regex.Pattern.compile("Content-ID: <([^>]*)>")
        .matcher(tail)
        .results()
        .forEach(match -> names.add(match.group(1)));
    return names;
  }

  private static Reference reference(String uri, String digest, String transform)
      throws GeneralSecurityException {
    var transforms =
        transform == null
            ? null
            : List.of(FACTORY.newTransform(transform, (TransformParameterSpec) null));
    return FACTORY.newReference(uri, FACTORY.newDigestMethod(digest, null), transforms, null, null);
  }

  /** Signs all header blocks, the body and the parts, as the originator does. */
  Foreign signOrder(PrivateKey key, String certificateId, String method, String digest)
      throws Exception {
    Element header = first("Header");
    List<Reference> references = new ArrayList<>();
    for (Node node = header.getFirstChild(); node != null; node = node.getNextSibling()) {
      String uri = "#" + ((Element) node).getAttribute("Id");
      references.add(reference(uri, digest, CanonicalizationMethod.INCLUSIVE));
    }
    references.add(reference("#body", digest, CanonicalizationMethod.INCLUSIVE));
    for (String part : partNames()) {
      references.add(reference("cid:" + part, digest, null));
    }
    Element block = document.createElementNS(Namespaces.OSCI, "osci:ClientSignature");
    block.setAttribute("Id", "clientsignature");
    header.insertBefore(block, header.getFirstChild().getNextSibling());
    sign(new DOMSignContext(key, block), certificateId, method, references);
    return this;
  }

  /** Signs the data and the attachment of the only container. */
  Foreign signContent(PrivateKey key, String certificateId, String method, String digest)
      throws Exception {
    Element container = first("ContentContainer");
    List<Reference> references = new ArrayList<>();
    for (Element data : all("Base64Content")) {
      references.add(reference("#" + data.getAttribute("Id"), digest, Transform.BASE64));
    }
    for (Element content : all("Content")) {
      if (content.hasAttribute("href")) {
        String uri = "#" + content.getAttribute("Id");
        references.add(reference(uri, digest, CanonicalizationMethod.INCLUSIVE));
        references.add(reference(content.getAttribute("href"), digest, null));
      }
    }
    sign(
        new DOMSignContext(key, container, container.getFirstChild()),
        certificateId,
        method,
        references);
    return this;
  }

  private void sign(
      DOMSignContext context, String certificateId, String method, List<Reference> references)
      throws GeneralSecurityException, MarshalException, XMLSignatureException {
    context.setDefaultNamespacePrefix("ds");
    context.setURIDereferencer(parts);
    var keys = FACTORY.getKeyInfoFactory();
    try {
      var named = keys.newKeyInfo(List.of(keys.newRetrievalMethod("#" + certificateId)));
      var canonical =
          FACTORY.newCanonicalizationMethod(
              CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null);
      FACTORY
          .newXMLSignature(
              FACTORY.newSignedInfo(
                  canonical, FACTORY.newSignatureMethod(method, null), references),
              named)
          .sign(context);
    } finally {
      context.setURIDereferencer(null);
    }
  }

  /** Whether the signature inside of this element is right with a key. */
  boolean verify(Element parent, PublicKey key) throws MarshalException, XMLSignatureException {
    Node signature = parent.getFirstChild();
    var context = new DOMValidateContext(selector(key), signature);
    context.setURIDereferencer(parts);
    return FACTORY.unmarshalXMLSignature(context).validate(context);
  }

  private static KeySelector selector(Key key) {
    return KeySelector.singletonKeySelector(key);
  }
}
