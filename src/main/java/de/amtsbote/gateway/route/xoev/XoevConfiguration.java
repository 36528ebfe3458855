package de.amtsbote.gateway.route.xoev;

import de.amtsbote.xoev.reply.ReplyKind;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;

/** The options of {@code xoev:validate}, {@code xoev:header} and {@code xoev:reply}. */
@UriParams
public class XoevConfiguration implements Cloneable {

  @UriPath(
      enums = "validate,header,reply",
      description =
          "validate checks the message, header reads its header, reply answers its author with a new"
              + " message")
  @Metadata(required = true)
  private String operation;

  @UriParam(description = "The standard the message must belong to; the one it names if absent")
  private String standard;

  @UriParam(
      description = "The version of the standard the message must have; any valid one if absent")
  private String version;

  @UriParam(
      description =
          "Levels to check, separated by commas: safe, charset, xsd, codes, header, schematron; all if absent")
  private String levels;

  @UriParam(
      description =
          "The partner whose levels and severities count; the one at the far end if absent")
  private String partner;

  @UriParam(
      description =
          "True to refuse messages that their sender marked as tests also where the installation is not productive; a productive installation always refuses them")
  private Boolean production;

  @UriParam(
      defaultValue = "REJECTION",
      description =
          "For reply: REJECTION tells why the message is not processed and does nothing where its"
              + " author could do nothing about it, RECEIPT says that an application has arrived,"
              + " ACKNOWLEDGEMENT that a message has")
  private ReplyKind kind = ReplyKind.REJECTION;

  @UriParam(
      description =
          "For reply: the number of the case; the header XoevCaseNumber if absent, else none")
  private String caseNumber;

  @UriParam(
      description =
          "For reply: the code of the state, where the standard has one; the header XoevStatus if"
              + " absent, else none")
  private String status;

  @UriParam(
      defaultValue = "PROVED",
      description =
          "For reply: PROVED answers an author only whose certificate, as the directory knows it,"
              + " signed the message; BELIEVED whoever the message names, for entries that make"
              + " sure of their senders")
  private ReplyAuthor author = ReplyAuthor.PROVED;

  /** Each endpoint gets options of its own. */
  public XoevConfiguration copy() {
    try {
      return (XoevConfiguration) clone();
    } catch (CloneNotSupportedException e) {
      throw new RuntimeCamelException(e);
    }
  }

  public String getOperation() {
    return operation;
  }

  public void setOperation(String operation) {
    this.operation = operation;
  }

  public String getStandard() {
    return standard;
  }

  public void setStandard(String standard) {
    this.standard = standard;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  public String getLevels() {
    return levels;
  }

  public void setLevels(String levels) {
    this.levels = levels;
  }

  public String getPartner() {
    return partner;
  }

  public void setPartner(String partner) {
    this.partner = partner;
  }

  public Boolean getProduction() {
    return production;
  }

  public void setProduction(Boolean production) {
    this.production = production;
  }

  public ReplyKind getKind() {
    return kind;
  }

  public void setKind(ReplyKind kind) {
    this.kind = kind;
  }

  public String getCaseNumber() {
    return caseNumber;
  }

  public void setCaseNumber(String caseNumber) {
    this.caseNumber = caseNumber;
  }

  public String getStatus() {
    return status;
  }

  public void setStatus(String status) {
    this.status = status;
  }

  public ReplyAuthor getAuthor() {
    return author;
  }

  public void setAuthor(ReplyAuthor author) {
    this.author = author;
  }
}
