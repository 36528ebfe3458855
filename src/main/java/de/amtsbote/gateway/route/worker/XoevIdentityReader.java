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
      return xoev.dispatch(payload::open) instanceof Dispatch.Known known
          ? xoev.header(payload::open, known.standard()).flatMap(XoevIdentityReader::identity)
          : Optional.empty();
    } catch (XoevException | IOException e) {
      // what is wrong with it is for the worker to find out, and to tell in full
      return Optional.empty();
    }
  }

  private static Optional<XoevIdentity> identity(XoevHeader header) {
    var author = header.author().key();
    var uuid = header.messageUuid();
    return author.isEmpty() || uuid.isEmpty()
        ? Optional.empty()
        : Optional.of(new XoevIdentity(author, uuid));
  }
}
