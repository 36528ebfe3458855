package de.amtsbote.gateway.route.worker;

import de.amtsbote.gateway.message.IdentityReader;
import de.amtsbote.gateway.message.XoevIdentity;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.standard.Dispatch;
import java.io.IOException;
import java.util.Optional;

/** Finds author and UUID in the header of a message of an installed standard. */
final class XoevIdentityReader implements IdentityReader {

  private final Xoev xoev;

  XoevIdentityReader(Xoev xoev) {
    this.xoev = xoev;
  }

  @Override
  public Optional<XoevIdentity> read(Payload payload) {
    try {
      var message = xoev.opened(payload::open);
      if (!(xoev.dispatch(message) instanceof Dispatch.Known known)) {
        return Optional.empty();
      }
      var header = xoev.header(message, known.standard()).filter(XoevIdentityReader::isComplete);
      return header.isPresent() ? Optional.of(identity(header.get(), payload)) : Optional.empty();
    } catch (XoevException | IOException e) {
      // what is wrong with it is for the worker to find out, and to tell in full
      return Optional.empty();
    }
  }

  private static boolean isComplete(XoevHeader header) {
    return !header.author().key().isEmpty() && !header.messageUuid().isEmpty();
  }

  /** A container that is sent again may have been packed anew. */
  private XoevIdentity identity(XoevHeader header, Payload payload) throws IOException {
    var content = xoev.contentHash(payload::open).orElse(null);
    return new XoevIdentity(header.author().key(), header.messageUuid(), content);
  }
}
