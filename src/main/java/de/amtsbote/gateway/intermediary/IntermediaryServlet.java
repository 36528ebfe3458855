package de.amtsbote.gateway.intermediary;

import de.amtsbote.osci.endpoint.OsciEndpoint;
import de.amtsbote.osci.http.TimedInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * The HTTP side of the intermediary. It asks for no token: who sends is proved by the signature
 * over the order, and answers can be read by the owner of the mailbox only.
 */
final class IntermediaryServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient OsciEndpoint endpoint;
  private final transient Duration maxTime;

  IntermediaryServlet(OsciEndpoint endpoint, Duration maxTime) {
    this.endpoint = endpoint;
    this.maxTime = maxTime;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    var body = new TimedInputStream(request.getInputStream(), maxTime);
    try (var answer = endpoint.handle(body)) {
      response.setContentType("text/xml");
      response.setContentLengthLong(answer.length());
      answer.writeTo(response.getOutputStream());
    }
  }
}
