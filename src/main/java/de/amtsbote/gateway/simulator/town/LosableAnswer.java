package de.amtsbote.gateway.simulator.town;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** An answer of which nothing is sent if it is to be lost when its first octets are written. */
final class LosableAnswer extends HttpServletResponseWrapper {

  private final BooleanSupplier lost;

  LosableAnswer(HttpServletResponse response, BooleanSupplier lost) {
    super(response);
    this.lost = lost;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return lost.getAsBoolean() ? new Nowhere() : super.getOutputStream();
  }

  @Override
  public void setContentLengthLong(long length) {
    if (!lost.getAsBoolean()) {
      super.setContentLengthLong(length);
    }
  }

  @Override
  public void flushBuffer() throws IOException {
    if (!lost.getAsBoolean()) {
      super.flushBuffer();
    }
  }

  private static final class Nowhere extends ServletOutputStream {

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("answers are written in one go");
    }

    @Override
    public void write(int octet) {
      // nobody gets it
    }

    @Override
    public void write(byte[] octets, int offset, int count) {
      // nobody gets it
    }
  }
}
