package de.amtsbote.gateway.route.amtsbote;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;

/** The options of {@code amtsbote:inbox} and {@code amtsbote:submit}. */
@UriParams
public class AmtsboteConfiguration implements Cloneable {

  @UriPath(
      enums = "inbox,submit",
      description = "inbox (from) takes messages from the store, submit (to) puts new ones into it")
  @Metadata(required = true)
  private String operation;

  @UriParam(
      label = "consumer",
      description = "Only messages of this standard (technical name of an installed standard)")
  private String standard;

  @UriParam(label = "consumer", description = "Only messages of this version of the standard")
  private String version;

  @UriParam(
      label = "consumer",
      description =
          "Only these message types (the code or the whole name of the root element), several"
              + " separated by commas")
  private String messageType;

  @UriParam(
      description =
          "From inbox: only messages for this service (Leistung). To submit: the service the new"
              + " message is for")
  private String service;

  @UriParam(
      label = "consumer",
      description =
          "Only messages of this entry: a kind (rest, xta, xta-mailbox, osci-mailbox,"
              + " osci-push, fit-connect, reply, route), an account, or"
              + " kind:account. Without it a route takes what portals and submit handed in, never"
              + " what came in over OSCI or from an XTA mailbox, and no answers of readers")
  private String entry;

  @UriParam(
      label = "producer",
      description = "The tenant (Mandant) the new message belongs to",
      defaultValue = "default")
  private String tenant = "default";

  @UriParam(label = "producer", description = "The key of the reader the new message is for")
  private String reader;

  @UriParam(
      label = "producer",
      description = "The account under which repeats are recognised; the id of the route if absent")
  private String account;

  /** Each endpoint gets options of its own. */
  public AmtsboteConfiguration copy() {
    try {
      return (AmtsboteConfiguration) clone();
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

  public String getMessageType() {
    return messageType;
  }

  public void setMessageType(String messageType) {
    this.messageType = messageType;
  }

  public String getService() {
    return service;
  }

  public void setService(String service) {
    this.service = service;
  }

  public String getEntry() {
    return entry;
  }

  public void setEntry(String entry) {
    this.entry = entry;
  }

  public String getTenant() {
    return tenant;
  }

  public void setTenant(String tenant) {
    this.tenant = tenant;
  }

  public String getReader() {
    return reader;
  }

  public void setReader(String reader) {
    this.reader = reader;
  }

  public String getAccount() {
    return account;
  }

  public void setAccount(String account) {
    this.account = account;
  }
}
