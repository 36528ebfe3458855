package de.amtsbote.gateway.cli.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/** Whether a stream has ended, found out by reading it beside everything else. */
final class EndOfInput implements BooleanSupplier {

  private volatile boolean reached;

  EndOfInput(InputStream in) {
    Thread reader = new Thread(() -> readAll(in), "input");
    reader.setDaemon(true);
    reader.start();
  }

  @Override
  public boolean getAsBoolean() {
    return reached;
  }

  private void readAll(InputStream in) {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException gone) {
      // as good as its end
    } finally {
      reached = true;
    }
  }
}
