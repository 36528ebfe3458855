package de.amtsbote.xoev.schema;

import java.util.Map;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;

/** Hands out rewritten schema documents; knows nothing else and opens nothing. */
record MemoryResolver(Map<String, byte[]> documents) implements LSResourceResolver {

  @Override
  public LSInput resolveResource(
      String type, String namespace, String publicId, String systemId, String base) {
    byte[] bytes = systemId == null ? null : documents.get(systemId);
    return bytes == null ? null : new SchemaInput(bytes, publicId, systemId);
  }

  /** The file name in a system id, for messages. */
  String name(String systemId) {
    return systemId == null ? "schema" : systemId.substring(systemId.lastIndexOf('/') + 1);
  }
}
