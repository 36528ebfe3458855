package de.amtsbote.gateway.route.directory;

import de.amtsbote.gateway.directory.SenderCategories;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.route.Beans;
import de.amtsbote.gateway.route.Signers;
import de.amtsbote.gateway.route.content.CurrentMessage;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Refuses a message whose sender is not of the kind that the route demands. */
class CategoryProducer extends DefaultProducer {

  private final String category;
  private final Supplier<SenderCategories> categories;
  private final Supplier<MessageStore> messages;

  CategoryProducer(DirectoryEndpoint endpoint) {
    super(endpoint);
    category = endpoint.getConfiguration().getCategory();
    categories = Beans.lazily(endpoint, SenderCategories.class);
    messages = Beans.lazily(endpoint, MessageStore.class);
  }

  @Override
  public void process(Exchange exchange) {
    var message = CurrentMessage.of(exchange);
    categories.get().require(category, Signers.of(messages.get().timeline(message.id())));
  }
}
