package de.amtsbote.gateway.route.xta;

import java.util.Set;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.DefaultEndpoint;

/** Send a message to an XTA 2 server. */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "xta",
    title = "XTA",
    syntax = "xta:operation",
    producerOnly = true,
    category = {Category.MESSAGING},
    headersClass = XtaConstants.class)
public class XtaEndpoint extends DefaultEndpoint {

  static final String ASK = "ask";

  private static final Set<String> OPERATIONS = Set.of("send", ASK);

  @UriParam private XtaConfiguration configuration;

  /** For Camel's tooling. */
  public XtaEndpoint() {}

  XtaEndpoint(String uri, XtaComponent component, XtaConfiguration configuration) {
    super(uri, component);
    this.configuration = configuration;
  }

  @Override
  public Producer createProducer() {
    if (!OPERATIONS.contains(configuration.getOperation())) {
      throw new IllegalArgumentException(
          "'%s' is unknown; write xta:send or xta:ask".formatted(getEndpointUri()));
    }
    return new XtaProducer(this);
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException("'" + getEndpointUri() + "' cannot stand in 'from'");
  }

  public XtaConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(XtaConfiguration configuration) {
    this.configuration = configuration;
  }
}
