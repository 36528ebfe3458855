package de.amtsbote.gateway.route.amtsbote;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.DefaultEndpoint;

/** Take messages from the gateway's durable store, or put new ones into it. */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "amtsbote",
    title = "Amtsbote",
    syntax = "amtsbote:operation",
    category = {Category.MESSAGING},
    headersClass = AmtsboteConstants.class)
public class AmtsboteEndpoint extends DefaultEndpoint {

  private static final String INBOX = "inbox";
  private static final String SUBMIT = "submit";

  @UriParam private AmtsboteConfiguration configuration;

  /** For Camel's tooling. */
  public AmtsboteEndpoint() {}

  AmtsboteEndpoint(String uri, AmtsboteComponent component, AmtsboteConfiguration configuration) {
    super(uri, component);
    this.configuration = configuration;
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    requireOperation(INBOX, "from");
    var consumer = new AmtsboteConsumer(this, processor);
    configureConsumer(consumer);
    return consumer;
  }

  @Override
  public Producer createProducer() {
    requireOperation(SUBMIT, "to");
    return new AmtsboteProducer(this);
  }

  private void requireOperation(String operation, String position) {
    if (!operation.equals(configuration.getOperation())) {
      throw new IllegalArgumentException(
          "'%s' cannot stand in '%s'; write amtsbote:%s"
              .formatted(getEndpointUri(), position, operation));
    }
  }

  public AmtsboteConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(AmtsboteConfiguration configuration) {
    this.configuration = configuration;
  }
}
