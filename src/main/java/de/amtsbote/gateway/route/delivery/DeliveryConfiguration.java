package de.amtsbote.gateway.route.delivery;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;

/** The options of {@code delivery:NAME}. */
@UriParams
public class DeliveryConfiguration implements Cloneable {

  @UriPath(description = "The name of a configured delivery")
  @Metadata(required = true)
  private String name;

  /** Each endpoint gets options of its own. */
  public DeliveryConfiguration copy() {
    try {
      return (DeliveryConfiguration) clone();
    } catch (CloneNotSupportedException e) {
      throw new RuntimeCamelException(e);
    }
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
