package de.amtsbote.osci.wire;

import de.amtsbote.osci.io.Resources;
import de.amtsbote.osci.xml.Markup;
import java.io.IOException;
import java.io.InputStream;

/** A composed message that is not encrypted. */
record SpooledMessage(Markup octets, Resources resources) implements ComposedMessage {

  @Override
  public long length() {
    return octets.length();
  }

  @Override
  public InputStream open() throws IOException {
    return octets.open();
  }

  @Override
  public void close() {
    resources.close();
  }
}
