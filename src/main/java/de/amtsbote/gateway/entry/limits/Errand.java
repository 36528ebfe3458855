package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.entry.body.RequestHead;
import jakarta.servlet.http.HttpServletRequest;

/** What a request is for, as far as its address and its head tell. */
final class Errand {

  private Errand() {}

  static boolean isPost(HttpServletRequest request) {
    return "POST".equals(request.getMethod());
  }

  /** A message, or an answer to one. */
  static boolean isSubmission(HttpServletRequest request) {
    return isPost(request)
        && ("/api/v1/messages".equals(MappedPath.of(request))
            || fromReader(request) && !isBareStatement(request));
  }

  /** Something that a reader has to say. */
  static boolean fromReader(HttpServletRequest request) {
    return isPost(request) && MappedPath.of(request).startsWith("/api/v1/mailboxes/");
  }

  /** What a reader says of a message; whatever else he sends is or brings an answer. */
  private static boolean isBareStatement(HttpServletRequest request) {
    return MappedPath.of(request).endsWith("/acknowledge") && RequestHead.isJson(request);
  }

  static boolean isPreflight(HttpServletRequest request) {
    return isPost(request) && "/api/v1/preflight".equals(MappedPath.of(request));
  }

  /** An order of an operator. */
  static boolean isOperation(HttpServletRequest request) {
    return isPost(request) && MappedPath.of(request).startsWith("/api/v1/operations/");
  }
}
