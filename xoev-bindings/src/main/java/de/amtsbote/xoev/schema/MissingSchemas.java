package de.amtsbote.xoev.schema;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Says who publishes schemas that are not here. */
final class MissingSchemas {

  private static final Map<String, String> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put("http://xoev.de/schemata/code/", "XÖV code types (xoev-code, XRepository)");
    KNOWN.put("http://xoev.de/schemata/basisnachricht/", "XÖV Basisnachricht (XRepository)");
    KNOWN.put("http://xoev.de/latinchars/", "XÖV String.Latin (latinchars, XRepository)");
    KNOWN.put("urn:xoev-de:kosit:xoev:datentyp:din", "DIN 91379 data types (XRepository)");
    KNOWN.put("http://www.w3.org/2000/09/xmldsig", "W3C XML Signature schema");
    KNOWN.put("http://www.w3.org/1999/xlink", "W3C XLink schema");
    KNOWN.put("http://www.opengis.net/gml", "OGC GML schemas");
    KNOWN.put("http://xbildung.de/", "XBildung");
    KNOWN.put("http://www.osci.de/xinneres", "XInneres");
    KNOWN.put("http://www.xleitstelle.de/xbau/kernmodul", "XBau-Kernmodul");
  }

  private MissingSchemas() {}

  static String describe(Collection<SchemaClosure.Missing> missing) {
    return missing.stream()
        .map(
            m ->
                m.namespace()
                    + " ("
                    + (m.location().isEmpty() ? "no location" : m.location())
                    + ", asked for by "
                    + m.from()
                    + "), published as: "
                    + provider(m.namespace()))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String provider(String namespace) {
    return KNOWN.entrySet().stream()
        .filter(known -> namespace.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("part of the standard that owns this namespace");
  }
}
