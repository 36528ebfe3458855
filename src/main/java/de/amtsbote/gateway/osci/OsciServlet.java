package de.amtsbote.gateway.osci;

import de.amtsbote.osci.endpoint.OsciEndpoint;
import de.amtsbote.osci.http.TimedInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The HTTP side of whoever takes OSCI orders. It asks for no token: who sends is proved by the
 * signature over the order, and answers can be read by the owner of the key only.
 */
public final class OsciServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /**
   * Who takes orders at a path.
   *
   * @param maxTime until the order is read to its end
   * @param sent run when the whole answer has been sent
   */
  public record Mount(OsciEndpoint endpoint, Duration maxTime, Runnable sent) {

    public Mount(OsciEndpoint endpoint, Duration maxTime) {
      this(endpoint, maxTime, () -> {});
    }
  }

  private final transient Function<String, Optional<Mount>> mounts;

  /**
   * A servlet for several addresses.
   *
   * @param mounts by what follows the path of the servlet, without its slash; empty for nothing
   */
  public OsciServlet(Function<String, Optional<Mount>> mounts) {
    this.mounts = mounts;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = request.getPathInfo();
    var mount = mounts.apply(path == null ? "" : path.substring(1));
    if (mount.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    var body = new TimedInputStream(request.getInputStream(), mount.get().maxTime());
    try (var answer = mount.get().endpoint().handle(body)) {
      response.setContentType("text/xml");
      response.setContentLengthLong(answer.length());
      answer.writeTo(response.getOutputStream());
      response.flushBuffer();
      mount.get().sent().run();
    }
  }
}
