package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.function.LongConsumer;

/** A request whose body is read at a pace. */
final class PacedRequest extends HttpServletRequestWrapper {

  private final Pace pace;
  private final LongConsumer came;
  private ServletInputStream body;

  /**
   * A request.
   *
   * @param came is told after each read how many octets have come altogether
   */
  PacedRequest(HttpServletRequest request, Pace pace, LongConsumer came) {
    super(request);
    this.pace = pace;
    this.came = came;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) {
      body = new Body(super.getInputStream(), pace, came);
    }
    return body;
  }

  private static final class Body extends ServletInputStream {

    private final ServletInputStream source;
    private final Pace pace;
    private final LongConsumer came;

    Body(ServletInputStream source, Pace pace, LongConsumer came) {
      this.source = source;
      this.pace = pace;
      this.came = came;
    }

    @Override
    public int read() throws IOException {
      try {
        var value = source.read();
        count(value < 0 ? 0 : 1);
        return value;
      } catch (IOException e) {
        throw known(e);
      }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        var read = source.read(target, offset, length);
        count(Math.max(0, read));
        return read;
      } catch (IOException e) {
        throw known(e);
      }
    }

    private void count(int read) {
      pace.count(read);
      came.accept(pace.count());
    }

    @Override
    public int available() throws IOException {
      return source.available();
    }

    @Override
    public boolean isFinished() {
      return source.isFinished();
    }

    @Override
    public boolean isReady() {
      return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      source.setReadListener(listener);
    }

    /** The web server wraps it when the sender is silent for too long. */
    private static IOException known(IOException failure) {
      if (failure instanceof SocketTimeoutException
          || failure.getCause() instanceof SocketTimeoutException) {
        throw new GatewayException(
            ErrorCode.BODY_TOO_SLOW, "nothing has come for too long", failure);
      }
      return failure;
    }
  }
}
