package de.amtsbote.gateway.xta.v31;

/** The namespaces of XTA 2 v3.1. */
public final class Names {

  /** XTA's own bodies. */
  public static final String XTA = "http://xoev.de/transport/xta/211";

  /** Meta data of messages. */
  public static final String METADATA = "http://www.osci.eu/ws/2014/10/transport";

  /** Mailbox requests. */
  public static final String MAILBOX = "http://www.osci.eu/ws/2008/05/transport";

  /** WS-Addressing 1.0. */
  public static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";

  /** References to MIME parts. */
  public static final String XOP = "http://www.w3.org/2004/08/xop/include";

  /** XML Encryption. */
  public static final String ENCRYPTION = "http://www.w3.org/2001/04/xmlenc#";

  /** SOAP 1.2. */
  public static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";

  private Names() {}
}
