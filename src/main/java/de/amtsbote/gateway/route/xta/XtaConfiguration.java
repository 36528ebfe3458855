package de.amtsbote.gateway.route.xta;

import de.amtsbote.gateway.delivery.xta.XtaWishes;
import java.time.Instant;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;

/** The options of {@code xta:} endpoints. */
@UriParams
public class XtaConfiguration implements Cloneable {

  @UriPath(
      enums = "send,ask",
      description =
          "send hands the message over, and its transport report is followed; ask waits for the"
              + " answer of the reader, which becomes a message that answers this one")
  @Metadata(required = true)
  private String operation;

  @UriParam(description = "The name of one of amtsbote.xta.servers")
  @Metadata(required = true)
  private String server;

  @UriParam(
      description =
          "The logical name of the partner in the directory whose quirks count for"
              + " what is sent; if absent the one that directory:lookup found, if any")
  private String partner;

  @UriParam(
      description =
          "The own party that writes, one of those of the account there; the one that"
              + " is configured if absent")
  private String author;

  @UriParam(description = "The key of the reader; if absent the one that the message" + " names")
  private String reader;

  @UriParam(description = "The URI of the service; if absent the one that the message" + " names")
  private String service;

  @UriParam(
      description = "The code of the message type; if absent the one that the message" + " names")
  private String messageType;

  @UriParam(description = "The business scenario that is agreed; the configured one if" + " absent")
  private String scenario;

  @UriParam(description = "The subject, which the server can read: nothing confidential")
  private String subject;

  @UriParam(description = "The service profile that is agreed")
  private String quality;

  @UriParam(
      description =
          "When the server may hand the message on first, such as" + " 2027-05-01T00:00:00Z")
  private String notBefore;

  /** Each endpoint gets options of its own. */
  public XtaConfiguration copy() {
    try {
      return (XtaConfiguration) clone();
    } catch (CloneNotSupportedException e) {
      throw new RuntimeCamelException(e);
    }
  }

  /** What is to stand in the transport order. */
  XtaWishes wishes() {
    return new XtaWishes(
        author,
        reader,
        service,
        messageType,
        scenario,
        subject,
        quality,
        notBefore == null ? null : Instant.parse(notBefore));
  }

  public String getOperation() {
    return operation;
  }

  public void setOperation(String operation) {
    this.operation = operation;
  }

  public String getServer() {
    return server;
  }

  public void setServer(String server) {
    this.server = server;
  }

  public String getPartner() {
    return partner;
  }

  public void setPartner(String partner) {
    this.partner = partner;
  }

  public String getAuthor() {
    return author;
  }

  public void setAuthor(String author) {
    this.author = author;
  }

  public String getReader() {
    return reader;
  }

  public void setReader(String reader) {
    this.reader = reader;
  }

  public String getService() {
    return service;
  }

  public void setService(String service) {
    this.service = service;
  }

  public String getMessageType() {
    return messageType;
  }

  public void setMessageType(String messageType) {
    this.messageType = messageType;
  }

  public String getScenario() {
    return scenario;
  }

  public void setScenario(String scenario) {
    this.scenario = scenario;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getQuality() {
    return quality;
  }

  public void setQuality(String quality) {
    this.quality = quality;
  }

  public String getNotBefore() {
    return notBefore;
  }

  public void setNotBefore(String notBefore) {
    this.notBefore = notBefore;
  }
}
