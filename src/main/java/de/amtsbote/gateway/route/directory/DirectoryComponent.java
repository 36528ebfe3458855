package de.amtsbote.gateway.route.directory;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/** Makes {@code directory:} endpoints. */
@Component("directory")
public class DirectoryComponent extends DefaultComponent {

  @Metadata(description = "The options that every endpoint starts from")
  private DirectoryConfiguration configuration = new DirectoryConfiguration();

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    var options = configuration.copy();
    options.setOperation(remaining);
    var endpoint = new DirectoryEndpoint(uri, this, options);
    setProperties(endpoint, parameters);
    return endpoint;
  }

  public DirectoryConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(DirectoryConfiguration configuration) {
    this.configuration = configuration;
  }
}
