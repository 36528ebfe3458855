package de.amtsbote.gateway.route.amtsbote;

import de.amtsbote.gateway.route.Beans;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/**
 * The start of a route that takes stored messages. It polls nothing: the worker of the store brings
 * each message to it and decides from the finished exchange what becomes of the message.
 */
public class AmtsboteConsumer extends DefaultConsumer {

  private final InboxSelector selector;
  private Inboxes inboxes;

  AmtsboteConsumer(AmtsboteEndpoint endpoint, Processor processor) {
    super(endpoint, processor);
    selector = InboxSelector.of(endpoint.getConfiguration());
  }

  public InboxSelector selector() {
    return selector;
  }

  /** An exchange of this route, to be filled, given to {@link #run} and released. */
  public Exchange open() {
    return createExchange(false);
  }

  /** Runs the route to its end; what went wrong is in {@link Exchange#getException()}. */
  public void run(Exchange exchange) {
    exchange.setPattern(ExchangePattern.InOnly);
    try {
      createUoW(exchange);
      getProcessor().process(exchange);
    } catch (Exception e) {
      exchange.setException(e);
    } finally {
      doneUoW(exchange);
    }
  }

  /** Gives the exchange back. */
  public void release(Exchange exchange) {
    releaseExchange(exchange, false);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    inboxes = Beans.required(getEndpoint().getCamelContext(), Inboxes.class);
    inboxes.register(this);
  }

  @Override
  protected void doStop() throws Exception {
    if (inboxes != null) {
      inboxes.remove(this);
    }
    super.doStop();
  }
}
