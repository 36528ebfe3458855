package de.amtsbote.gateway.entry.limits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells whether a request was answered before all of its body was read. */
public final class UnreadBody {

  private UnreadBody() {}

  /**
   * Whether an answer with this status ends a request of which something is left, be it only
   * because all of it would be too large.
   */
  public static boolean isLeft(HttpServletRequest request, int status) {
    return status >= HttpServletResponse.SC_BAD_REQUEST && isLeft(request);
  }

  private static boolean isLeft(HttpServletRequest request) {
    if (request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null) {
      return false;
    }
    try {
      return !request.getInputStream().isFinished();
    } catch (IOException | IllegalStateException e) {
      return true;
    }
  }
}
