package de.amtsbote.gateway.route.xoev;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.route.Beans;
import de.amtsbote.gateway.route.content.CurrentMessage;
import de.amtsbote.gateway.route.content.RouteContent;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.standard.Dispatch;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Reads the header of the body into exchange headers; standards without a header give less. */
class XoevHeaderProducer extends DefaultProducer {

  private final Supplier<Xoev> xoev;

  XoevHeaderProducer(XoevEndpoint endpoint) {
    super(endpoint);
    xoev = Beans.lazily(endpoint, Xoev.class);
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    var content = xoev.get().opened(RouteContent.payload(exchange).source()::open);
    var message = CurrentMessage.find(exchange);
    var dispatch =
        message.isPresent()
            ? xoev.get().dispatch(content, Standards.day(message.get()))
            : xoev.get().dispatch(content);
    if (!(dispatch instanceof Dispatch.Known known)) {
      throw Verdicts.of(dispatch);
    }
    set(exchange, XoevConstants.STANDARD, known.standard().name());
    set(exchange, XoevConstants.VERSION, known.standard().version());
    set(exchange, XoevConstants.MESSAGE_TYPE, known.root().messageType());
    read(content, known, exchange);
  }

  private void read(Content content, Dispatch.Known known, Exchange exchange) {
    try {
      xoev.get().header(content, known.standard()).ifPresent(it -> set(exchange, it));
    } catch (XoevException e) {
      throw new GatewayException(ErrorCode.HEADER_MISSING, "the header cannot be read", e);
    }
  }

  private static void set(Exchange exchange, XoevHeader header) {
    set(exchange, XoevConstants.AUTHOR, header.author().key());
    set(exchange, XoevConstants.READER, header.reader().key());
    set(exchange, XoevConstants.MESSAGE_UUID, header.messageUuid());
  }

  private static void set(Exchange exchange, String name, String value) {
    if (!value.isEmpty()) {
      exchange.getMessage().setHeader(name, value);
    }
  }
}
