package de.amtsbote.xoev.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says who publishes schemas that are not here. */
final class MissingSchemas {

  private static final int MOST_NAMES = 3;
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

  /** Each namespace once, however many schemas ask for it. */
  static String describe(Collection<SchemaClosure.Missing> missing) {
    var byNamespace = new LinkedHashMap<String, List<SchemaClosure.Missing>>();
    missing.forEach(
        it -> byNamespace.computeIfAbsent(it.namespace(), n -> new ArrayList<>()).add(it));
    return byNamespace.entrySet().stream()
        .map(it -> describe(it.getKey(), it.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String describe(String namespace, List<SchemaClosure.Missing> missing) {
    return namespace
        + " ("
        + some(missing.stream().map(it -> it.location().isEmpty() ? "no location" : it.location()))
        + ", asked for by "
        + some(missing.stream().map(SchemaClosure.Missing::from))
        + "), published as: "
        + provider(namespace);
  }

  private static String some(Stream<String> names) {
    List<String> all = names.distinct().toList();
    String first = all.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return all.size() > MOST_NAMES ? first + " and " + (all.size() - MOST_NAMES) + " more" : first;
  }

  private static String provider(String namespace) {
    return KNOWN.entrySet().stream()
        .filter(known -> namespace.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("part of the standard that owns this namespace");
  }
}
