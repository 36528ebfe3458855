package de.amtsbote.gateway.directory.dvdv.wsdl;

import de.amtsbote.gateway.directory.dvdv.wsdl.ServiceWsdl.Container;
import de.amtsbote.gateway.directory.dvdv.wsdl.ServiceWsdl.Demand;
import de.amtsbote.gateway.directory.dvdv.wsdl.ServiceWsdl.Port;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.xoev.xml.Xml;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes once through a service description. */
public final class ServiceWsdlReader {

  /** Longest document (DVDV2 API v2, schema Service). */
  static final int LONGEST = 65_535;

  private static final String OSCI = "http://www.osci.de/2006/07/wsdl/";
  private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema";
  private static final int DEEPEST = 64;
  private static final Demand NOTHING =
      new Demand(Optional.empty(), Optional.empty(), Optional.empty());

  private final XMLStreamReader xml;
  private final List<Container> containers = new ArrayList<>();
  private final List<Port> ports = new ArrayList<>();
  private final List<String> messageTypes = new ArrayList<>();
  private Demand binding = NOTHING;
  private boolean bound;
  private String communication = "";
  private String subject;
  private String port = "";
  private boolean output;
  private ContainerBuilder open;

  private ServiceWsdlReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** A container that is being read. */
  private static final class ContainerBuilder {

    private String name = "";
    private Demand demand = NOTHING;
    private boolean required;
    private final List<String> contents = new ArrayList<>();
  }

  /**
   * Reads a service description.
   *
   * @throws GatewayException DIRECTORY_ANSWER_INVALID when it is too long, is no XML, has a
   *     document type declaration or is no WSDL
   */
  public static ServiceWsdl read(String document) {
    if (document.length() > LONGEST) {
      throw invalid("is longer than " + LONGEST + " characters", null);
    }
    var octets =
        document.replaceFirst("^\\s*<\\?xml[^>]*\\?>", "").getBytes(StandardCharsets.UTF_8);
    try {
      return new ServiceWsdlReader(Xml.messageStream(new ByteArrayInputStream(octets))).read();
    } catch (XMLStreamException e) {
      throw invalid("is no well-formed XML", e);
    }
  }

  private ServiceWsdl read() throws XMLStreamException {
    var depth = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw invalid("has a document type declaration", null);
        case XMLStreamConstants.START_ELEMENT -> {
          if (depth == 0 && !is(WSDL, "definitions")) {
            throw invalid("is no WSDL", null);
          }
          if (++depth > DEEPEST) {
            throw invalid("is nested too deeply", null);
          }
          start();
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          end();
        }
        default -> {
          // text says nothing here
        }
      }
    }
    return new ServiceWsdl(
        binding, communication, Optional.ofNullable(subject), containers, ports, messageTypes);
  }

  private void start() {
    switch (xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI()) {
      case OSCI -> osci(xml.getLocalName());
      case WSDL -> {
        if (xml.getLocalName().equals("port")) {
          port = attribute("name").orElse("");
        } else if (xml.getLocalName().equals("output")) {
          output = true;
        }
      }
      case XSD -> {
        if (xml.getLocalName().equals("element")) {
          attribute("ref").map(ServiceWsdlReader::local).ifPresent(messageTypes::add);
        }
      }
      default -> {
        // marks of the template, and what others add
      }
    }
  }

  private void osci(String name) {
    switch (name) {
      case "binding" -> {
        binding = demand();
        bound = true;
      }
      case "reader", "readerRef" -> reader(attribute("name"));
      case "operation" -> {
        communication = attribute("communicationType").orElse("");
        subject = attribute("subject").orElse(null);
      }
      case "container" -> {
        open = new ContainerBuilder();
        open.name = attribute("name").orElse("");
        open.demand = demand();
        open.required =
            attribute("required").filter(it -> it.strip().matches("true|1")).isPresent();
      }
      case "content", "part" -> {
        if (open != null) {
          attribute("part")
              .or(() -> attribute("name"))
              .map(ServiceWsdlReader::local)
              .ifPresent(open.contents::add);
        }
      }
      case "address" ->
          ports.add(
              new Port(
                  port,
                  attribute("intermediaryRef").orElse(""),
                  attribute("addresseeRef").orElse("")));
      default -> {
        // devices are told by the service elements, which are the truth
      }
    }
  }

  private void reader(Optional<String> name) {
    if (open != null) {
      open.demand = new Demand(open.demand.signatureLevel(), open.demand.encrypted(), name);
    } else if (bound) {
      binding = new Demand(binding.signatureLevel(), binding.encrypted(), name);
    }
  }

  /** What is answered in a dialog says nothing about what is sent. */
  private void end() {
    if (is(OSCI, "container") && open != null) {
      if (!output) {
        containers.add(new Container(open.name, open.demand, open.required, open.contents));
      }
      open = null;
    } else if (is(WSDL, "output")) {
      output = false;
    }
  }

  private boolean is(String namespace, String name) {
    return name.equals(xml.getLocalName()) && namespace.equals(xml.getNamespaceURI());
  }

  /** Whatever is no plain no means that content is encrypted. */
  private Demand demand() {
    return new Demand(
        attribute("signatureLevel"),
        attribute("encrypted").map(it -> !it.equals("false") && !it.equals("0")),
        Optional.empty());
  }

  private Optional<String> attribute(String name) {
    return Optional.ofNullable(xml.getAttributeValue(null, name))
        .map(String::strip)
        .filter(it -> !it.isEmpty());
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private static GatewayException invalid(String why, Exception cause) {
    return new GatewayException(
        ErrorCode.DIRECTORY_ANSWER_INVALID, "a service description of the DVDV " + why, cause);
  }
}
