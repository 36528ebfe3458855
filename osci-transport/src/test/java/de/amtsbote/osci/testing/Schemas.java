package de.amtsbote.osci.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** The official schemas: one grammar per message type, everything resolved to local files. */
public final class Schemas {

  private static final Map<String, Schema> COMPILED = new HashMap<>();

  private Schemas() {}

  /** Throws what is wrong. */
  public static void validate(String schemaFile, byte[] envelope) throws SAXException, IOException {
    schema(schemaFile)
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(envelope)));
  }

  private static synchronized Schema schema(String file) throws SAXException {
    Path folder = Shared.schemas();
    Schema schema = COMPILED.get(file);
    if (schema == null) {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/validation/schema-full-checking", false);
      factory.setResourceResolver(
          (type, namespace, publicId, systemId, base) -> input(folder, systemId));
      schema = factory.newSchema(folder.resolve(file).toFile());
      COMPILED.put(file, schema);
    }
    return schema;
  }

  private static LSInput input(Path folder, String systemId) {
    LSInput input = implementation().createLSInput();
    input.setSystemId(folder.resolve(local(systemId)).toUri().toString());
    return input;
  }

  /** Inside of the standard schemas xmldsig and xmlenc mean the redefined ones of OSCI. */
  private static String local(String systemId) {
    String name = systemId.substring(systemId.lastIndexOf('/') + 1);
    if (systemId.contains("REC-xmldsig-core")) {
      return "oscisig.xsd";
    }
    if (systemId.contains("REC-xmlenc-core")) {
      return "oscienc.xsd";
    }
    if (systemId.equals("http://schemas.xmlsoap.org/soap/envelope/")) {
      return "extern/soap-envelope.xsd";
    }
    return systemId.startsWith("http") || name.endsWith(".dtd") ? "extern/" + name : name;
  }

  private static DOMImplementationLS implementation() {
    try {
      return (DOMImplementationLS)
          DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
