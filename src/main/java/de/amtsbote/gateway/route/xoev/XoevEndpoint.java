package de.amtsbote.gateway.route.xoev;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.DefaultEndpoint;

/** Check messages against their installed XOEV standard, read their headers, answer them. */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "xoev",
    title = "XOEV",
    syntax = "xoev:operation",
    producerOnly = true,
    category = {Category.MESSAGING},
    headersClass = XoevConstants.class)
public class XoevEndpoint extends DefaultEndpoint {

  @UriParam private XoevConfiguration configuration;

  /** For Camel's tooling. */
  public XoevEndpoint() {}

  XoevEndpoint(String uri, XoevComponent component, XoevConfiguration configuration) {
    super(uri, component);
    this.configuration = configuration;
  }

  @Override
  public Producer createProducer() {
    return switch (configuration.getOperation()) {
      case "validate" -> new XoevValidateProducer(this);
      case "header" -> new XoevHeaderProducer(this);
      case "reply" -> new XoevReplyProducer(this);
      default ->
          throw new IllegalArgumentException(
              "'%s' is unknown; write xoev:validate, xoev:header or xoev:reply"
                  .formatted(getEndpointUri()));
    };
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException("'" + getEndpointUri() + "' cannot stand in 'from'");
  }

  public XoevConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(XoevConfiguration configuration) {
    this.configuration = configuration;
  }
}
