package de.amtsbote.gateway.route.xoev;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/** Makes {@code xoev:} endpoints. */
@Component("xoev")
public class XoevComponent extends DefaultComponent {

  @Metadata(description = "The options that every endpoint starts from")
  private XoevConfiguration configuration = new XoevConfiguration();

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    var options = configuration.copy();
    options.setOperation(remaining);
    var endpoint = new XoevEndpoint(uri, this, options);
    setProperties(endpoint, parameters);
    return endpoint;
  }

  public XoevConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(XoevConfiguration configuration) {
    this.configuration = configuration;
  }
}
