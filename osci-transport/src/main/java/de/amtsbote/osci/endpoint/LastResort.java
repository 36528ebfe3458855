package de.amtsbote.osci.endpoint;

import de.amtsbote.osci.wire.ComposedMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The fault that is sent when not even a fault can be composed. */
final class LastResort implements ComposedMessage {

  static final ComposedMessage FAULT = new LastResort();

  private static final String ENVELOPE =
      "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\""
          + " xmlns:osci=\"http://www.osci.de/2002/04/osci\"><soap:Body><soap:Fault>"
          + "<faultcode>soap:Server</faultcode><faultstring>9000</faultstring>"
          + "<detail><osci:Code>9000</osci:Code></detail></soap:Fault></soap:Body></soap:Envelope>";

  private static final byte[] OCTETS =
      String.join(
              "\r\n",
              "MIME-Version: 1.0",
              "Content-Type: Multipart/Related; boundary=MIME_boundary; type=text/xml",
              "",
              "--MIME_boundary",
              "Content-Type: text/xml; charset=UTF-8",
              "Content-Transfer-Encoding: 8bit",
              "Content-ID: <osci@message>",
              "",
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
              "",
              ENVELOPE,
              "--MIME_boundary--",
              "")
          .getBytes(StandardCharsets.UTF_8);

  private LastResort() {}

  @Override
  public long length() {
    return OCTETS.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(OCTETS);
  }

  @Override
  public void close() {
    // constant octets need no release
  }
}
