package de.amtsbote.gateway.route.directory;

import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.directory.Partner;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.RedirectStore;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.route.Beans;
import de.amtsbote.gateway.route.amtsbote.AmtsboteConstants;
import de.amtsbote.gateway.route.content.CurrentMessage;
import de.amtsbote.gateway.route.xoev.XoevConstants;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Finds the partner that takes the message. */
class DirectoryProducer extends DefaultProducer {

  private final DirectoryConfiguration options;
  private final Supplier<LiveDirectory> directory;
  private final Supplier<RedirectStore> redirects;

  DirectoryProducer(DirectoryEndpoint endpoint) {
    super(endpoint);
    redirects = Beans.lazily(endpoint, RedirectStore.class);
    directory = Beans.lazily(endpoint, LiveDirectory.class);
    options = endpoint.getConfiguration();
  }

  @Override
  public void process(Exchange exchange) {
    var traits = CurrentMessage.find(exchange).map(Message::traits).orElse(Traits.NONE);
    var service =
        first(options.getService(), header(exchange, AmtsboteConstants.SERVICE), traits.service());
    var partner = find(exchange, traits, service.orElse(null));
    var found = exchange.getMessage();
    found.setHeader(DirectoryConstants.PARTNER, partner.name());
    found.setHeader(DirectoryConstants.CHANNEL, "osci");
    found.setHeader(DirectoryConstants.INTERMEDIARY, partner.osci().intermediary().name());
    service.ifPresent(it -> found.setHeader(DirectoryConstants.SERVICE, it));
  }

  private Partner find(Exchange exchange, Traits traits, String service) {
    var chosen =
        CurrentMessage.find(exchange)
            .flatMap(it -> redirects.get().find(it.id(), TransmissionKind.OSCI, null));
    if (chosen.isPresent()) {
      return directory.get().get().partner(chosen.get());
    }
    if (options.getPartner() != null) {
      return directory.get().get().partner(options.getPartner());
    }
    var reader =
        first(options.getReader(), header(exchange, XoevConstants.READER), traits.reader());
    if (reader.isEmpty()) {
      throw new GatewayException(ErrorCode.HEADER_MISSING, "there is nobody to look up");
    }
    return directory.get().get().lookup(reader.get(), service);
  }

  private static Optional<String> first(String... values) {
    return Stream.of(values).filter(it -> it != null && !it.isBlank()).findFirst();
  }

  private static String header(Exchange exchange, String name) {
    return exchange.getMessage().getHeader(name, String.class);
  }
}
