package de.amtsbote.gateway.entry.limits;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

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
  private static final int MOST = 256 * 1024 * 1024;

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

  /** Reads past the servlet's stream, which was closed when the answer was finished. */
  private static boolean isReadToItsEnd(Request request, long patience) {
    var wire = request.getCoyoteRequest();
    var end = System.nanoTime() + patience;
    var octets = new Passing();
    var read = 0;
    try {
      while (!isFinished(wire) && read < MOST && System.nanoTime() < end) {
        if (hasArrived(wire)) {
          read += Math.max(0, wire.doRead(octets));
        } else {
          LockSupport.parkNanos(PAUSE);
        }
      }
      return isFinished(wire);
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }

  private static boolean isFinished(org.apache.coyote.Request wire) {
    var finished = new AtomicBoolean();
    wire.action(ActionCode.REQUEST_BODY_FULLY_READ, finished);
    return finished.get();
  }

  /** Looks at the connection, without waiting, whether more of the body is there. */
  private static boolean hasArrived(org.apache.coyote.Request wire) {
    wire.action(ActionCode.AVAILABLE, Boolean.TRUE);
    return wire.getAvailable() > 0;
  }

  /** Octets that nobody wants. */
  private static final class Passing implements ApplicationBufferHandler {

    private ByteBuffer buffer = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer octets) {
      buffer = octets;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return buffer;
    }

    @Override
    public void expand(int size) {
      // what comes lies in the buffer of the connection
    }
  }
}
