package de.amtsbote.gateway.intermediary;

import de.amtsbote.osci.endpoint.OsciEndpoint;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The HTTP side of the intermediary. It asks for no token: who sends is proved by the signature
 * over the order, and answers can be read by the owner of the mailbox only.
 */
final class IntermediaryServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient OsciEndpoint endpoint;

  IntermediaryServlet(OsciEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (var answer = endpoint.handle(request.getInputStream())) {
      response.setContentType("text/xml");
      response.setContentLengthLong(answer.length());
      answer.writeTo(response.getOutputStream());
    }
  }
}
