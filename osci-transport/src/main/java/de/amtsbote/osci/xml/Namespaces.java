package de.amtsbote.osci.xml;

import java.util.LinkedHashMap;
import java.util.Map;

/** The name spaces of OSCI messages with the prefixes that all implementations use. */
public final class Namespaces {

  /** XML Signature; conventional prefix {@code ds}. */
  public static final String DS = "http://www.w3.org/2000/09/xmldsig#";

  /** OSCI-Transport 1.2; {@code osci}. */
  public static final String OSCI = "http://www.osci.de/2002/04/osci";

  /** SOAP 1.1; {@code soap}. */
  public static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

  /** XML Encryption; {@code xenc}. */
  public static final String XENC = "http://www.w3.org/2001/04/xmlenc#";

  /** XML Schema instance; {@code xsi}. */
  public static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  /** Chunked transfer and features; {@code osci2017}. */
  public static final String OSCI_2017 = "http://xoev.de/transport/osci12/7";

  /** Length of GCM vectors; {@code osci128}. */
  public static final String OSCI_128 = "http://xoev.de/transport/osci12/8";

  /** XML Encryption 1.1; {@code xenc11}. */
  public static final String XENC11 = "http://www.w3.org/2009/xmlenc11#";

  /** XAdES 1.3.2; {@code xades}. */
  public static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";

  /** The {@code xml} prefix itself. */
  public static final String XML = "http://www.w3.org/XML/1998/namespace";

  /**
   * The five declarations that stand on the envelope and on every element that is signed or moved,
   * in canonical order (K§3).
   */
  public static final String DECLARATIONS = declarations(base());

  /** The declarations of an element of chunked transfer or a feature description. */
  public static final String DECLARATIONS_2017 = declarations(with2017());

  private Namespaces() {}

  /** Prefix to name space of the five base name spaces. */
  public static Map<String, String> base() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("ds", DS);
    names.put("osci", OSCI);
    names.put("soap", SOAP);
    names.put("xenc", XENC);
    names.put("xsi", XSI);
    return names;
  }

  private static Map<String, String> with2017() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("ds", DS);
    names.put("osci", OSCI);
    names.put("osci2017", OSCI_2017);
    names.put("soap", SOAP);
    names.put("xenc", XENC);
    names.put("xsi", XSI);
    return names;
  }

  private static String declarations(Map<String, String> names) {
    StringBuilder text = new StringBuilder();
    names.forEach(
        (prefix, uri) ->
            text.append(" xmlns:").append(prefix).append("=\"").append(uri).append('"'));
    return text.toString();
  }
}
