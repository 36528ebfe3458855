package de.amtsbote.gateway.route.delivery;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.DefaultEndpoint;

/** Hand a message over to a configured procedure (Fachverfahren). */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "delivery",
    title = "Delivery",
    syntax = "delivery:name",
    producerOnly = true,
    category = {Category.MESSAGING},
    headersClass = DeliveryConstants.class)
public class DeliveryEndpoint extends DefaultEndpoint {

  @UriParam private DeliveryConfiguration configuration;

  /** For Camel's tooling. */
  public DeliveryEndpoint() {}

  DeliveryEndpoint(String uri, DeliveryComponent component, DeliveryConfiguration configuration) {
    super(uri, component);
    this.configuration = configuration;
  }

  @Override
  public Producer createProducer() {
    return new DeliveryProducer(this);
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException("'" + getEndpointUri() + "' cannot stand in 'from'");
  }

  public DeliveryConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(DeliveryConfiguration configuration) {
    this.configuration = configuration;
  }
}
