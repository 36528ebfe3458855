package de.amtsbote.gateway.route.directory;

import de.amtsbote.gateway.directory.Entry;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.directory.Wanted;
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
  private final Supplier<Partners> partners;
  private final Supplier<RedirectStore> redirects;

  DirectoryProducer(DirectoryEndpoint endpoint) {
    super(endpoint);
    redirects = Beans.lazily(endpoint, RedirectStore.class);
    partners = Beans.lazily(endpoint, Partners.class);
    options = endpoint.getConfiguration();
  }

  @Override
  public void process(Exchange exchange) {
    var traits = CurrentMessage.find(exchange).map(Message::traits).orElse(Traits.NONE);
    var service =
        first(options.getService(), header(exchange, AmtsboteConstants.SERVICE), traits.service());
    var entry = find(exchange, traits, service.orElse(null));
    var partner = entry.partner();
    var found = exchange.getMessage();
    found.setHeader(DirectoryConstants.PARTNER, partner.name());
    found.setHeader(DirectoryConstants.CHANNEL, "osci");
    found.setHeader(DirectoryConstants.INTERMEDIARY, partner.osci().intermediary().name());
    found.setHeader(DirectoryConstants.SOURCE, entry.source());
    found.setHeader(DirectoryConstants.STALE, entry.stale());
    service.ifPresent(it -> found.setHeader(DirectoryConstants.SERVICE, it));
  }

  private Entry find(Exchange exchange, Traits traits, String service) {
    var chosen =
        CurrentMessage.find(exchange)
            .flatMap(it -> redirects.get().find(it.id(), TransmissionKind.OSCI, null));
    if (chosen.isPresent()) {
      return partners.get().named(chosen.get());
    }
    if (options.getPartner() != null) {
      return partners.get().named(options.getPartner());
    }
    var reader =
        first(options.getReader(), header(exchange, XoevConstants.READER), traits.reader());
    if (reader.isEmpty()) {
      throw new GatewayException(ErrorCode.HEADER_MISSING, "there is nobody to look up");
    }
    return partners.get().find(Wanted.of(reader.get(), service, traits));
  }

  private static Optional<String> first(String... values) {
    return Stream.of(values).filter(it -> it != null && !it.isBlank()).findFirst();
  }

  private static String header(Exchange exchange, String name) {
    return exchange.getMessage().getHeader(name, String.class);
  }
}
