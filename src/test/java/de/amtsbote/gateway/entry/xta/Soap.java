package de.amtsbote.gateway.entry.xta;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Envelopes as an XTA client writes them; everything about them can be altered. */
final class Soap {

  static final String XTA = "http://www.xta.de/XTA/";
  static final String MAILBOX = "http://www.osci.eu/ws/2008/05/transport/urn/messageTypes/";

  private String action;
  private String contentTypeAction;
  private String header = "";
  private String prolog = "";
  private String declarations = "";
  private String headerAttributes = "";
  private String mediaType = "application/soap+xml";
  private boolean startInfo;
  private String body = "";
  private String messageId = "urn:uuid:" + UUID.randomUUID();
  private String replyTo = "http://www.w3.org/2005/08/addressing/anonymous";
  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private Soap(String action) {
    this.action = action;
    this.contentTypeAction = action;
  }

  static Soap call(String action) {
    return new Soap(action);
  }

  Soap action(String other) {
    action = other;
    return this;
  }

  Soap contentTypeAction(String other) {
    contentTypeAction = other;
    return this;
  }

  Soap header(String xml) {
    header += xml;
    return this;
  }

  /** Instead of all headers so far. */
  Soap orders(String xml) {
    header = xml;
    return this;
  }

  Soap author(String party) {
    return header(
        """
        <m:Author xmlns:m="http://www.osci.eu/ws/2014/10/transport"><m:Identifier type="xoev">%s</m:Identifier></m:Author>\
        """
            .formatted(party));
  }

  Soap prolog(String xml) {
    prolog = xml;
    return this;
  }

  /** Attributes of the envelope. */
  Soap declare(String attributes) {
    declarations = attributes;
    return this;
  }

  /** Attributes of the header itself. */
  Soap headerAttributes(String attributes) {
    headerAttributes = attributes;
    return this;
  }

  Soap mediaType(String other) {
    mediaType = other;
    return this;
  }

  /** With the action inside of start-info, as Apache CXF writes it. */
  Soap startInfo() {
    startInfo = true;
    return this;
  }

  Soap body(String xml) {
    body = xml;
    return this;
  }

  Soap messageId(String id) {
    messageId = id;
    return this;
  }

  Soap replyTo(String address) {
    replyTo = address;
    return this;
  }

  Soap part(String contentId, byte[] octets) {
    parts.put(contentId, octets);
    return this;
  }

  String contentType() {
    var parameter = contentTypeAction == null ? "" : "; action=\"" + contentTypeAction + "\"";
    if (parts.isEmpty()) {
      return mediaType + "; charset=UTF-8" + parameter;
    }
    if (startInfo) {
      return "multipart/related; type=\"application/xop+xml\"; boundary=\"cut-here\";"
          + " start=\"<root>\"; start-info=\"application/soap+xml; action=\\\""
          + contentTypeAction
          + "\\\"\"";
    }
    return "multipart/related; type=\"application/xop+xml\"; boundary=\"cut-here\";"
        + " start=\"<root>\"; start-info=\"application/soap+xml\""
        + parameter;
  }

  byte[] octets() {
    var out = new ByteArrayOutputStream();
    if (parts.isEmpty()) {
      out.writeBytes(envelope());
      return out.toByteArray();
    }
    text(
        out,
        "--cut-here\r\nContent-Type: application/xop+xml; charset=UTF-8;"
            + " type=\"application/soap+xml\"\r\nContent-Transfer-Encoding: binary\r\n"
            + "Content-ID: <root>\r\n\r\n");
    out.writeBytes(envelope());
    parts.forEach(
        (id, octets) -> {
          text(
              out,
              "\r\n--cut-here\r\nContent-Type: application/octet-stream\r\n"
                  + "Content-Transfer-Encoding: binary\r\nContent-ID: <"
                  + id
                  + ">\r\n\r\n");
          out.writeBytes(octets);
        });
    text(out, "\r\n--cut-here--");
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] envelope() {
    return (prolog
            + """
            <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:wsa="http://www.w3.org/2005/08/addressing"%s><s:Header%s>%s%s<wsa:To>https://localhost/xta</wsa:To>%s%s</s:Header><s:Body>%s</s:Body></s:Envelope>\
            """)
        .formatted(
            declarations,
            headerAttributes,
            action == null
                ? ""
                : "<wsa:Action s:mustUnderstand=\"true\">" + action + "</wsa:Action>",
            messageId == null ? "" : "<wsa:MessageID>" + messageId + "</wsa:MessageID>",
            replyTo == null
                ? ""
                : "<wsa:ReplyTo><wsa:Address>" + replyTo + "</wsa:Address></wsa:ReplyTo>",
            header,
            body)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A call of sendMessage whose content stands in the XML. */
  static Soap send(Order order, String payload, String... attachments) {
    var content = new StringBuilder();
    content.append("<x:Message contentType=\"text/xml\" filename=\"antrag.xml\" id=\"m1\">");
    content.append(base64(payload)).append("</x:Message>");
    for (var each : attachments) {
      content.append("<x:Attachment contentType=\"text/plain\" contentDescription=\"Anlage\">");
      content.append(base64(each)).append("</x:Attachment>");
    }
    return call(XTA + "SendMessage").header(order.xml()).body(container(content.toString()));
  }

  static String container(String content) {
    return "<x:GenericContentContainer xmlns:x=\"http://xoev.de/transport/xta/211\">"
        + "<x:ContentContainer>"
        + content
        + "</x:ContentContainer></x:GenericContentContainer>";
  }

  static String base64(String text) {
    return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static String messageIdBody(String id) {
    return "<wsa:MessageID>" + id + "</wsa:MessageID>";
  }
}
