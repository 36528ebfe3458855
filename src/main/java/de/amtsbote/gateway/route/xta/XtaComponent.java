package de.amtsbote.gateway.route.xta;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/** Makes {@code xta:} endpoints. */
@Component("xta")
public class XtaComponent extends DefaultComponent {

  @Metadata(description = "The options that every endpoint starts from")
  private XtaConfiguration configuration = new XtaConfiguration();

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    var options = configuration.copy();
    options.setOperation(remaining);
    var endpoint = new XtaEndpoint(uri, this, options);
    setProperties(endpoint, parameters);
    return endpoint;
  }

  public XtaConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(XtaConfiguration configuration) {
    this.configuration = configuration;
  }
}
