package de.amtsbote.gateway.route.delivery;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/** Makes {@code delivery:} endpoints. */
@Component("delivery")
public class DeliveryComponent extends DefaultComponent {

  @Metadata(description = "The options that every endpoint starts from")
  private DeliveryConfiguration configuration = new DeliveryConfiguration();

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    var options = configuration.copy();
    options.setName(remaining);
    var endpoint = new DeliveryEndpoint(uri, this, options);
    setProperties(endpoint, parameters);
    return endpoint;
  }

  public DeliveryConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(DeliveryConfiguration configuration) {
    this.configuration = configuration;
  }
}
