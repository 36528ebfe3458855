package de.amtsbote.gateway.route.osci;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;

/** The options of {@code osci:} endpoints. */
@UriParams
public class OsciConfiguration implements Cloneable {

  @UriPath(
      enums = "store,forward,mediate,answer",
      description =
          "store puts the message into the mailbox of the receiver; forward has the intermediary"
              + " bring it to the address of the receiver; mediate does so and waits for the answer,"
              + " which becomes the body; answer gives an answer to the originator who waits for it"
              + " at a push entry")
  @Metadata(required = true)
  private String operation;

  @UriParam(
      description =
          "The logical name of the receiver; if absent the one that directory:lookup found")
  private String partner;

  @UriParam(description = "The own identity that signs; the default identity if absent")
  private String identity;

  @UriParam(
      description = "The subject, which the intermediary can read; the message type if absent")
  private String subject;

  /** Each endpoint gets options of its own. */
  public OsciConfiguration copy() {
    try {
      return (OsciConfiguration) clone();
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

  public String getPartner() {
    return partner;
  }

  public void setPartner(String partner) {
    this.partner = partner;
  }

  public String getIdentity() {
    return identity;
  }

  public void setIdentity(String identity) {
    this.identity = identity;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }
}
