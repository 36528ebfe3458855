package de.amtsbote.gateway.entry.xta.soap;

import de.amtsbote.gateway.entry.limits.RetryAfter;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.v31.EnvelopeXml;
import de.amtsbote.gateway.xta.v31.XtaOperation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers calls of which nothing was read: there is no place for them now, or their caller is
 * nobody of ours. They get a typed fault with status 500, for that is what SOAP clients read; the
 * header {@code Retry-After} has the time to come back.
 */
public final class RefusalOut {

  /** MTOM clients write it into the parameter start-info, with escaped quotation marks. */
  private static final Pattern ACTION = Pattern.compile("(?i);\\s*action=\\\\?\"?([^\\\\\";\\s]+)");

  private RefusalOut() {}

  /** Refuses for now, or for ever. */
  public static void write(
      HttpServletRequest request, HttpServletResponse response, GatewayException why)
      throws IOException {
    var later = RetryAfter.of(why);
    later.ifPresent(it -> response.setHeader("Retry-After", it));
    var advice = later.map(it -> "; try again in %s s".formatted(it)).orElse("");
    write(request, response, Faults.refusal(why), advice);
  }

  /** Refuses for ever. */
  public static void write(
      HttpServletRequest request, HttpServletResponse response, XtaException why)
      throws IOException {
    write(request, response, why, "");
  }

  private static void write(
      HttpServletRequest request, HttpServletResponse response, XtaException why, String advice)
      throws IOException {
    var operation = operation(request.getContentType()).orElse(null);
    Faults.log(why, operation == null ? "call" : operation.operation());
    var reason = "%s%s (%s)".formatted(why.getMessage(), advice, why.incident());
    var fault = EnvelopeXml.fault(why.error(), operation, Faults.isOurs(why.error()), reason);
    response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    response.setContentType("application/soap+xml; charset=UTF-8");
    response.setContentLength(fault.length);
    response.getOutputStream().write(fault);
  }

  private static Optional<XtaOperation> operation(String contentType) {
    var action = ACTION.matcher(contentType == null ? "" : contentType);
    return action.find() ? XtaOperation.of(action.group(1)) : Optional.empty();
  }
}
