package de.amtsbote.gateway.route.directory;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.DefaultEndpoint;

/** Find out who is competent for a message and how it is reached. */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "directory",
    title = "Directory",
    syntax = "directory:operation",
    producerOnly = true,
    category = {Category.MESSAGING},
    headersClass = DirectoryConstants.class)
public class DirectoryEndpoint extends DefaultEndpoint {

  @UriParam private DirectoryConfiguration configuration;

  /** For Camel's tooling. */
  public DirectoryEndpoint() {}

  DirectoryEndpoint(
      String uri, DirectoryComponent component, DirectoryConfiguration configuration) {
    super(uri, component);
    this.configuration = configuration;
  }

  @Override
  public Producer createProducer() {
    return switch (configuration.getOperation()) {
      case "lookup" -> new DirectoryProducer(this);
      case "category" -> {
        if (configuration.getCategory() == null) {
          throw new IllegalArgumentException("'%s' names no category".formatted(getEndpointUri()));
        }
        yield new CategoryProducer(this);
      }
      default ->
          throw new IllegalArgumentException(
              "'%s' is unknown; write directory:lookup or directory:category"
                  .formatted(getEndpointUri()));
    };
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException("'" + getEndpointUri() + "' cannot stand in 'from'");
  }

  public DirectoryConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(DirectoryConfiguration configuration) {
    this.configuration = configuration;
  }
}
