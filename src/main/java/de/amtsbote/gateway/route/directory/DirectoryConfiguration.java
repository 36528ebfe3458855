package de.amtsbote.gateway.route.directory;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;

/** The options of {@code directory:lookup} and {@code directory:category}. */
@UriParams
public class DirectoryConfiguration implements Cloneable {

  @UriPath(
      enums = "lookup,category",
      description =
          "lookup finds the entry of the reader; category refuses senders of another kind")
  @Metadata(required = true)
  private String operation;

  @UriParam(
      description =
          "The key of the reader; if absent the one in the message, then the one given with it")
  private String reader;

  @UriParam(
      description = "The service (Leistung) asked for; if absent the one given with the message")
  private String service;

  @UriParam(description = "The logical name of a partner, where the route knows who it is")
  private String partner;

  @UriParam(
      description =
          "The kind of authority that the sender must be, such as Meldebehörde; for category")
  private String category;

  /** Each endpoint gets options of its own. */
  public DirectoryConfiguration copy() {
    try {
      return (DirectoryConfiguration) clone();
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

  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = category;
  }

  public String getPartner() {
    return partner;
  }

  public void setPartner(String partner) {
    this.partner = partner;
  }
}
