package de.amtsbote.gateway.route.osci;

import java.util.Set;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.DefaultEndpoint;

/** Sign, encrypt and send a message over OSCI-Transport 1.2. */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "osci",
    title = "OSCI",
    syntax = "osci:operation",
    producerOnly = true,
    category = {Category.MESSAGING},
    headersClass = OsciConstants.class)
public class OsciEndpoint extends DefaultEndpoint {

  static final String FORWARD = "forward";
  static final String MEDIATE = "mediate";

  private static final String ANSWER = "answer";
  private static final Set<String> OPERATIONS = Set.of("store", FORWARD, MEDIATE, ANSWER);

  @UriParam private OsciConfiguration configuration;

  /** For Camel's tooling. */
  public OsciEndpoint() {}

  OsciEndpoint(String uri, OsciComponent component, OsciConfiguration configuration) {
    super(uri, component);
    this.configuration = configuration;
  }

  @Override
  public Producer createProducer() {
    if (!OPERATIONS.contains(configuration.getOperation())) {
      throw new IllegalArgumentException(
          "'%s' is unknown; write osci:store, osci:forward, osci:mediate or osci:answer"
              .formatted(getEndpointUri()));
    }
    return ANSWER.equals(configuration.getOperation())
        ? new OsciAnswerProducer(this)
        : new OsciProducer(this);
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException("'" + getEndpointUri() + "' cannot stand in 'from'");
  }

  public OsciConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(OsciConfiguration configuration) {
    this.configuration = configuration;
  }
}
