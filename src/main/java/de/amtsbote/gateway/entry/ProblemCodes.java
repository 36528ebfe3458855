package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.message.ErrorCode;

/** The error codes of statuses that the web server gives by itself. */
final class ProblemCodes {

  private ProblemCodes() {}

  static ErrorCode of(int status) {
    return switch (status) {
      case 401 -> ErrorCode.TOKEN_MISSING;
      case 403 -> ErrorCode.ROLE_MISSING;
      case 404 -> ErrorCode.NOT_FOUND;
      case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
      case 406 -> ErrorCode.NOT_ACCEPTABLE;
      case 408 -> ErrorCode.BODY_TOO_SLOW;
      case 413 -> ErrorCode.BODY_TOO_LARGE;
      case 415 -> ErrorCode.MEDIA_TYPE_UNKNOWN;
      case 503 -> ErrorCode.DATABASE_UNAVAILABLE;
      default -> status >= 400 && status < 500 ? ErrorCode.REQUEST_BROKEN : ErrorCode.INTERNAL;
    };
  }
}
