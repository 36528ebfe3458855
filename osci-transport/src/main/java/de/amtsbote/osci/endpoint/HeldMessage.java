package de.amtsbote.osci.endpoint;

import de.amtsbote.osci.wire.ComposedMessage;
import java.io.IOException;
import java.io.InputStream;

/** A composed answer that reads the delivery it carries until it is sent. */
record HeldMessage(ComposedMessage composed, Answer answer) implements ComposedMessage {

  @Override
  public long length() {
    return composed.length();
  }

  @Override
  public InputStream open() throws IOException {
    return composed.open();
  }

  @Override
  public void close() {
    composed.close();
    answer.close();
  }
}
