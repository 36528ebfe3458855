package de.amtsbote.osci.transport;

import de.amtsbote.osci.wire.ComposedMessage;
import java.io.IOException;
import java.io.InputStream;

/** A complete message, ready to be sent; may be larger than the memory. */
public interface MessageBody {

  /** Number of octets. */
  long length();

  /** The octets from the beginning; may be called more than once. */
  InputStream open() throws IOException;

  /** A composed message as a body; it must stay open until it is sent. */
  static MessageBody of(ComposedMessage composed) {
    return new MessageBody() {
      @Override
      public long length() {
        return composed.length();
      }

      @Override
      public InputStream open() throws IOException {
        return composed.open();
      }
    };
  }
}
