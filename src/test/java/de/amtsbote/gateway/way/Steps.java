package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.route.content.RouteContent;
import java.io.IOException;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/** Single steps of a route with a stored message, in the running gateway of a town. */
final class Steps {

  private final Town town;

  Steps(Town town) {
    this.town = town;
  }

  /** What a route of its own would have when it took this message. */
  Exchange exchange(String id) {
    var store = town.gateway().getBean(MessageStore.class);
    var message = store.get(new MessageId(UUID.fromString(id)));
    var exchange = new DefaultExchange(town.gateway().getBean(CamelContext.class));
    exchange.getExchangeExtension().setFromRouteId("single-steps");
    RouteContent.fill(exchange, message, RouteContent.payload(message, store), store);
    return exchange;
  }

  /** Runs a step, which must not fail. */
  static void run(String uri, Exchange exchange) throws IOException {
    try (var template = exchange.getContext().createProducerTemplate()) {
      assertThat(template.send(uri, exchange).getException()).isNull();
    }
  }
}
