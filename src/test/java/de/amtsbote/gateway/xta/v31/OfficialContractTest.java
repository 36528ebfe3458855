package de.amtsbote.gateway.xta.v31;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Our contract and the official one say the same; skipped where the official one is not at hand.
 */
class OfficialContractTest {

  private static final Path SHARED = Path.of("../shared/xta");
  private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
  private static final String METADATA = "http://www.w3.org/2007/05/addressing/metadata";

  private static Schema official;

  @BeforeAll
  static void official() throws SAXException {
    assumeTrue(Files.exists(SHARED), "the official contract is not at hand");
    var factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
    official = factory.newSchema(new File(SHARED + "/wsdl/xta-v3.1-all.xsd"));
  }

  @Test
  void operations_haveTheOfficialActionsBodiesAndFaults() throws Exception {
    var wsdl = parse(SHARED.resolve("wsdl/xta2-v3.1/XTA.wsdl"));
    var messages = new TreeMap<String, String>();
    for (var message : all(wsdl, "message")) {
      var parts = message.getElementsByTagNameNS(WSDL, "part");
      if (parts.getLength() > 0) {
        var part = (Element) parts.item(0);
        messages.put(message.getAttribute("name"), local(part.getAttribute("element")));
      }
    }
    var theirs = new TreeMap<String, String>();
    for (var port : all(wsdl, "portType")) {
      for (var operation : all(port, "operation")) {
        theirs.put(operation.getAttribute("name"), described(operation, messages));
      }
    }

    var ours = new TreeMap<String, String>();
    for (var it : XtaOperation.values()) {
      ours.put(it.operation(), described(it));
    }

    assertThat(ours).isEqualTo(theirs);
  }

  /** Clients of some makes write the type of every element. */
  @Test
  void types_haveTheOfficialNames() throws Exception {
    var named = new HashMap<QName, QName>();
    try (Stream<Path> files = Files.list(SHARED.resolve("wsdl/xta2-v3.1"))) {
      for (var file : files.filter(it -> it.toString().endsWith(".xsd")).toList()) {
        types(parse(file), named);
      }
    }
    var judged = 0;
    for (var sample : samples()) {
      for (var i = 0; i < elements(sample).size(); i++) {
        var element = elements(sample).get(i);
        var type = named.get(new QName(element.getNamespaceURI(), element.getLocalName()));
        if (type != null) {
          var typed = altered(sample, i, it -> type(it, type));
          assertThat(Contract.violation(typed).isEmpty())
              .as(element.getLocalName() + " " + type)
              .isEqualTo(isValid(typed));
          judged++;
        }
      }
    }
    assertThat(judged).isGreaterThan(40);
  }

  private static void type(Element element, QName type) {
    element.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:t", type.getNamespaceURI());
    element.setAttributeNS(
        XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "xsi:type", "t:" + type.getLocalPart());
  }

  private static void types(Element schema, Map<QName, QName> named) {
    var namespace = schema.getAttribute("targetNamespace");
    for (var element : elements(schema)) {
      var type = element.getAttribute("type");
      if ("element".equals(element.getLocalName()) && !type.isEmpty()) {
        var prefix = type.contains(":") ? type.replaceFirst(":.*", "") : null;
        named.put(
            new QName(namespace, element.getAttribute("name")),
            new QName(element.lookupNamespaceURI(prefix), local(type)));
      }
    }
  }

  private static String described(Element operation, Map<String, String> messages) {
    var input = all(operation, "input").get(0);
    var output = all(operation, "output").get(0);
    var faults = new TreeSet<String>();
    for (var fault : all(operation, "fault")) {
      faults.add(messages.get(local(fault.getAttribute("message"))));
    }
    return "%s %s %s %s %s"
        .formatted(
            input.getAttributeNS(METADATA, "Action"),
            output.getAttributeNS(METADATA, "Action"),
            messages.getOrDefault(local(input.getAttribute("message")), "-"),
            messages.getOrDefault(local(output.getAttribute("message")), "-"),
            faults);
  }

  private static String described(XtaOperation it) {
    var faults = new TreeSet<String>();
    for (var fault : de.amtsbote.gateway.xta.XtaFault.values()) {
      if (it.declares(fault)) {
        faults.add(FaultXml.name(fault));
      }
    }
    return "%s %s %s %s %s"
        .formatted(it.action(), it.action(), name(it.request()), name(it.answer()), faults);
  }

  private static String name(Optional<QName> name) {
    return name.map(QName::getLocalPart).orElse("-");
  }

  @Test
  void bothSchemas_judgeTheSamplesAlike() throws Exception {
    for (var sample : samples()) {
      assertThat(Contract.violation(sample).isEmpty())
          .as(sample.getNodeName())
          .isEqualTo(isValid(sample));
    }
  }

  /**
   * Each element and attribute of every sample is dropped, doubled, renamed and emptied in turn.
   */
  @Test
  void bothSchemas_judgeEveryAlterationOfTheSamplesAlike() throws Exception {
    var alterations = 0;
    var refused = 0;
    for (var sample : samples()) {
      for (var altered : alterations(sample)) {
        var valid = isValid(altered);
        assertThat(Contract.violation(altered).isEmpty())
            .as(() -> new String(Xml.octets(altered), java.nio.charset.StandardCharsets.UTF_8))
            .isEqualTo(valid);
        alterations++;
        refused += valid ? 0 : 1;
      }
    }
    assertThat(alterations).isGreaterThan(500);
    assertThat(refused).isGreaterThan(250);
  }

  private static List<Element> alterations(Element sample) {
    var found = new ArrayList<Element>();
    var count = elements(sample).size();
    for (var i = 1; i < count; i++) {
      if (isOpaque(elements(sample).get(i))) {
        continue;
      }
      found.add(altered(sample, i, it -> it.getParentNode().removeChild(it)));
      found.add(altered(sample, i, it -> it.getParentNode().insertBefore(it.cloneNode(true), it)));
      found.add(
          altered(
              sample,
              i,
              it -> it.getOwnerDocument().renameNode(it, it.getNamespaceURI(), "Quatsch")));
      found.add(altered(sample, i, it -> it.setTextContent("")));
      found.add(altered(sample, i, it -> it.setTextContent("kein Datum, keine Zahl")));
      found.add(altered(sample, i, it -> it.setAttribute("quatsch", "1")));
      var attributes = elements(sample).get(i).getAttributes();
      for (var a = 0; a < attributes.getLength(); a++) {
        var name = attributes.item(a).getNodeName();
        if (!name.startsWith("xmlns")) {
          found.add(altered(sample, i, it -> it.removeAttribute(name)));
          found.add(altered(sample, i, it -> it.setAttribute(name, "")));
        }
      }
    }
    return found;
  }

  /** What is passed on unopened is not looked into; the official schema would. */
  private static boolean isOpaque(Element element) {
    for (Node it = element; it != null; it = it.getParentNode()) {
      if ("http://www.w3.org/2000/09/xmldsig#".equals(it.getNamespaceURI())) {
        return true;
      }
    }
    return "EncryptionMethod".equals(element.getParentNode().getLocalName());
  }

  private static Element altered(
      Element sample, int number, java.util.function.Consumer<Element> change) {
    var document = Xml.document();
    var copy = (Element) document.importNode(sample, true);
    document.appendChild(copy);
    change.accept(elements(copy).get(number));
    return copy;
  }

  private static List<Element> elements(Element root) {
    var found = new ArrayList<Element>();
    found.add(root);
    var all = root.getElementsByTagName("*");
    for (var i = 0; i < all.getLength(); i++) {
      found.add((Element) all.item(i));
    }
    return found;
  }

  private static List<Element> samples() throws Exception {
    var found = new ArrayList<Element>();
    try (Stream<Path> files = Files.list(SHARED.resolve("samples"))) {
      for (var file : files.filter(it -> it.toString().endsWith(".xml")).sorted().toList()) {
        var root = parse(file);
        if (!"Envelope".equals(root.getLocalName())) {
          found.add(root);
          continue;
        }
        for (var each : elements(root)) {
          var parent = each.getParentNode().getLocalName();
          if (Set.of("Header", "Body", "Detail").contains(String.valueOf(parent))
              && Set.of(Names.XTA, Names.METADATA, Names.MAILBOX)
                  .contains(each.getNamespaceURI())) {
            found.add(each);
          }
        }
      }
    }
    assertThat(found).hasSizeGreaterThan(15);
    return found;
  }

  private static boolean isValid(Element element) throws IOException {
    try {
      official.newValidator().validate(new DOMSource(element));
      return true;
    } catch (SAXException e) {
      return false;
    }
  }

  private static Element parse(Path file) throws Exception {
    var factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
  }

  private static List<Element> all(Element parent, String name) {
    return Elements.all(parent, name);
  }

  private static String local(String qualified) {
    return qualified.replaceFirst(".*:", "");
  }
}
