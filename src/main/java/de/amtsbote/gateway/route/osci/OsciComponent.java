package de.amtsbote.gateway.route.osci;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/** Makes {@code osci:} endpoints. */
@Component("osci")
public class OsciComponent extends DefaultComponent {

  @Metadata(description = "The options that every endpoint starts from")
  private OsciConfiguration configuration = new OsciConfiguration();

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    var options = configuration.copy();
    options.setOperation(remaining);
    var endpoint = new OsciEndpoint(uri, this, options);
    setProperties(endpoint, parameters);
    return endpoint;
  }

  public OsciConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(OsciConfiguration configuration) {
    this.configuration = configuration;
  }
}
