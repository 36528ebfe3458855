package de.amtsbote.gateway.route.osci;

import de.amtsbote.gateway.osci.OsciAnswers;
import de.amtsbote.gateway.route.Beans;
import de.amtsbote.gateway.route.content.CurrentMessage;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Gives an answer to who waits for it; the route goes on either way and is told. */
class OsciAnswerProducer extends DefaultProducer {

  private final Supplier<OsciAnswers> answers;

  OsciAnswerProducer(OsciEndpoint endpoint) {
    super(endpoint);
    answers = Beans.lazily(endpoint, OsciAnswers.class);
  }

  @Override
  public void process(Exchange exchange) {
    var given = answers.get().give(CurrentMessage.of(exchange));
    exchange.getMessage().setHeader(OsciConstants.ANSWERED, given);
  }
}
