package de.amtsbote.gateway.entry.limits;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Ends a refused request soon. The web server by itself would read the rest of the body, and a
 * sender who takes his time could hold its threads by requests that were refused long ago. What has
 * come or comes at once is read, so that the answer reaches the sender; then the connection closes.
 */
final class UnreadBodyValve extends ValveBase {

  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);
  private static final int MOST = 32 * 1024 * 1024;
  private static final int BUFFER = 8 * 1024;

  UnreadBodyValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (response.getStatus() >= 400 && hasBody(request) && !request.isAsyncStarted()) {
      response.finishResponse();
      if (!isReadToItsEnd(request)) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      }
    }
  }

  private static boolean hasBody(Request request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  private static boolean isReadToItsEnd(Request request) {
    var end = System.nanoTime() + PATIENCE;
    var buffer = new byte[BUFFER];
    var read = 0;
    try {
      var body = request.getInputStream();
      while (!body.isFinished() && read < MOST && System.nanoTime() < end) {
        var there = Math.min(body.available(), buffer.length);
        if (there > 0) {
          read += Math.max(0, body.read(buffer, 0, there));
        } else {
          LockSupport.parkNanos(PAUSE);
        }
      }
      return body.isFinished();
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }
}
