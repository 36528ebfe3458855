package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.TestXta;
import de.amtsbote.osci.testpki.TestIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Calls the XTA server of the test gateway over mutual TLS, octet by octet under our control. */
final class XtaCaller {

  private final int port;
  private final HttpClient client;

  XtaCaller(ServletWebServerApplicationContext gateway, TestIdentity identity) {
    this.port = TestXta.port(gateway);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(TestXta.tls(identity))
            .build();
  }

  Answer management(Soap call) throws IOException, InterruptedException {
    return post("management", call);
  }

  Answer send(Soap call) throws IOException, InterruptedException {
    return post("send", call);
  }

  Answer mailbox(Soap call) throws IOException, InterruptedException {
    return post("msgbox", call);
  }

  Answer post(String path, Soap call) throws IOException, InterruptedException {
    return post(path, call.contentType(), call.octets());
  }

  Answer post(String path, String contentType, String body)
      throws IOException, InterruptedException {
    return post(path, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  private Answer post(String path, String contentType, byte[] body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/xta/" + path))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    var response = client.send(request, BodyHandlers.ofByteArray());
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.headers().firstValue("Retry-After").orElse(null),
        response.body());
  }

  /** What came back. */
  record Answer(int status, String contentType, String retryAfter, byte[] octets) {

    String text() {
      return new String(octets, StandardCharsets.UTF_8);
    }

    /** The envelope, taken out of its MIME part where there is one. */
    Document envelope() {
      var text = new String(octets, StandardCharsets.ISO_8859_1);
      var start = text.indexOf("<soap:Envelope");
      var end = text.indexOf("</soap:Envelope>");
      try {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream(
                    text.substring(start, end + "</soap:Envelope>".length())
                        .getBytes(StandardCharsets.ISO_8859_1)));
      } catch (IOException | SAXException | ParserConfigurationException e) {
        throw new IllegalStateException(text(), e);
      }
    }

    /** The text of the first element of this local name; null without one. */
    String value(String name) {
      var found = element(name);
      return found == null ? null : found.getTextContent().strip();
    }

    Element element(String name) {
      return (Element) envelope().getElementsByTagNameNS("*", name).item(0);
    }

    int count(String name) {
      return envelope().getElementsByTagNameNS("*", name).getLength();
    }

    /** The element in the body; null for an empty body. */
    Element body() {
      for (var node = element("Body").getFirstChild(); node != null; node = node.getNextSibling()) {
        if (node instanceof Element element) {
          return element;
        }
      }
      return null;
    }

    /** Name of the fault and number, such as {@code PermissionDeniedException 9014}. */
    String fault() {
      var detail = element("Detail");
      return detail == null ? null : detail.getFirstChild().getLocalName() + " " + value("code");
    }
  }
}
