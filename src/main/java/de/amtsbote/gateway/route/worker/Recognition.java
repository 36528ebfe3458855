package de.amtsbote.gateway.route.worker;

import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.route.xoev.Standards;
import de.amtsbote.gateway.route.xoev.Verdicts;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.standard.Dispatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/** Finds out what a message is, and remembers it in the store. */
final class Recognition {

  private final Xoev xoev;
  private final MessageStore store;

  Recognition(Xoev xoev, MessageStore store) {
    this.xoev = xoev;
    this.store = store;
  }

  /**
   * What a message is.
   *
   * @param message with the traits that are known now
   * @param root local name of the root element, where a standard was recognised
   * @param refusal why it belongs to no installed standard; empty when it does
   */
  record Recognised(Message message, Optional<String> root, Optional<GatewayException> refusal) {}

  /**
   * Looks at the first elements and the header.
   *
   * @param content the payload
   * @throws GatewayException XML_BROKEN or XML_FORBIDDEN when not even that can be read
   */
  Recognised recognise(Message message, Content content) {
    var dispatch = dispatch(content, message);
    if (dispatch instanceof Dispatch.Unreadable) {
      throw Verdicts.of(dispatch);
    }
    if (!(dispatch instanceof Dispatch.Known known)) {
      return new Recognised(message, Optional.empty(), Optional.of(Verdicts.of(dispatch)));
    }
    store.describe(message.id(), traits(known, header(content, known)));
    return new Recognised(
        store.get(message.id()), Optional.of(known.root().name()), Optional.empty());
  }

  private Dispatch dispatch(Content content, Message message) {
    try {
      return xoev.dispatch(content, Standards.day(message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A header that cannot be read is a matter of validation, not of finding the route. */
  private Optional<XoevHeader> header(Content content, Dispatch.Known known) {
    try {
      return xoev.header(content, known.standard());
    } catch (XoevException e) {
      return Optional.empty();
    }
  }

  private static Traits traits(Dispatch.Known known, Optional<XoevHeader> header) {
    return new Traits(
        known.standard().name(),
        known.standard().version(),
        known.root().messageType(),
        text(header, it -> it.author().key()),
        text(header, it -> it.reader().key()),
        text(header, XoevHeader::service),
        text(header, XoevHeader::messageUuid));
  }

  private static String text(Optional<XoevHeader> header, Function<XoevHeader, String> property) {
    return header.map(property).filter(it -> !it.isEmpty()).orElse(null);
  }
}
