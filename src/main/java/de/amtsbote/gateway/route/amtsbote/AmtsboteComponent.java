package de.amtsbote.gateway.route.amtsbote;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/** Makes {@code amtsbote:} endpoints. */
@Component("amtsbote")
public class AmtsboteComponent extends DefaultComponent {

  @Metadata(description = "The options that every endpoint starts from")
  private AmtsboteConfiguration configuration = new AmtsboteConfiguration();

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    var options = configuration.copy();
    options.setOperation(remaining);
    var endpoint = new AmtsboteEndpoint(uri, this, options);
    setProperties(endpoint, parameters);
    return endpoint;
  }

  public AmtsboteConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(AmtsboteConfiguration configuration) {
    this.configuration = configuration;
  }
}
