package de.amtsbote.gateway.entry.limits;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Ends a refused request soon. The web server by itself would read the rest of the body, and a
 * sender who takes his time could hold its threads by requests that were refused long ago. The rest
 * is read for some seconds, since a sender who is still at it would else see a broken connection in
 * place of the answer; then the connection closes. When many linger at once, each has less time.
 */
final class UnreadBodyValve extends ValveBase {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
  private static final long LITTLE_PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);
  private static final int PATIENT_THREADS = 32;
  private static final int MOST = 32 * 1024 * 1024;
  private static final int BUFFER = 8 * 1024;

  private final Semaphore patient = new Semaphore(PATIENT_THREADS);

  UnreadBodyValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (!request.isAsyncStarted()
        && UnreadBody.isLeft(request.getRequest(), response.getStatus())) {
      response.finishResponse();
      if (!isReadToItsEnd(request)) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      }
    }
  }

  private boolean isReadToItsEnd(Request request) {
    if (!patient.tryAcquire()) {
      // the end of a chunk may have to be waited for, and only the patient threads may do that
      return request.getContentLengthLong() > 0 && isReadToItsEnd(request, LITTLE_PATIENCE);
    }
    try {
      return isReadToItsEnd(request, PATIENCE);
    } finally {
      patient.release();
    }
  }

  private static boolean isReadToItsEnd(Request request, long patience) {
    var end = System.nanoTime() + patience;
    var buffer = new byte[BUFFER];
    var read = 0;
    try {
      var body = request.getInputStream();
      while (!body.isFinished() && read < MOST && System.nanoTime() < end) {
        if (body.available() > 0 || hasArrived(request)) {
          read += Math.max(0, body.read(buffer));
        } else {
          LockSupport.parkNanos(PAUSE);
        }
      }
      return body.isFinished();
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }

  /** Looks at the connection, without waiting, whether more of the body is there. */
  private static boolean hasArrived(Request request) {
    var wire = request.getCoyoteRequest();
    wire.action(ActionCode.AVAILABLE, Boolean.TRUE);
    return wire.getAvailable() > 0;
  }
}
