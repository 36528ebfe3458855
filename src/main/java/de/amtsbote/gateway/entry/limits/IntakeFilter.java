package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Asks the gate for each request that brings a message, and watches how fast its body comes. */
final class IntakeFilter extends OncePerRequestFilter {

  private final IntakeGate gate;
  private final IntakeProperties properties;
  private final HandlerExceptionResolver problems;
  private final MeterRegistry meters;
  private final Clock clock;

  IntakeFilter(
      IntakeGate gate,
      IntakeProperties properties,
      HandlerExceptionResolver problems,
      MeterRegistry meters,
      Clock clock) {
    this.gate = gate;
    this.properties = properties;
    this.problems = problems;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var caller = caller();
    var door = Door.of(request.getRequestURI());
    try {
      if (caller != null) {
        gate.request(caller);
      }
      if (door != null && isPost(request)) {
        enter(door, null, request, response, chain);
        return;
      }
      if (caller != null && isSubmission(request)) {
        enter(Door.REST, caller, request, response, chain);
        return;
      }
      if (caller != null && isPreflight(request)) {
        // takes a place, and nothing of what the account may hand in
        enter(Door.REST, null, request, response, chain);
        return;
      }
      if (caller != null && isPost(request) && fromReader(request)) {
        // a full gateway must not keep readers from saying what they have
        chain.doFilter(new PacedRequest(request, pace()), response);
        return;
      }
    } catch (GatewayException e) {
      refuse(request, response, e);
      return;
    }
    chain.doFilter(request, response);
  }

  private void enter(
      Door door,
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    var pace = pace();
    var permit = gate.enter(door, caller, request.getContentLengthLong());
    try {
      chain.doFilter(new PacedRequest(request, pace), response);
      if (caller != null && response.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
        gate.taken(caller, pace.count());
      }
    } finally {
      permit.close();
    }
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, GatewayException why) {
    meters.counter("amtsbote.intake.refused", "code", why.code().code()).increment();
    if (!response.isCommitted()) {
      problems.resolveException(request, response, null, why);
    }
  }

  private Pace pace() {
    return new Pace(clock, properties.rateGrace(), properties.minRate().toBytes());
  }

  private static boolean isSubmission(HttpServletRequest request) {
    return isPost(request)
        && ("/api/v1/messages".equals(request.getRequestURI())
            || fromReader(request) && !isJson(request));
  }

  /** What a reader says of a message; anything but JSON is or brings an answer. */
  private static boolean fromReader(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/v1/mailboxes/");
  }

  private static boolean isJson(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return isPost(request) && "/api/v1/preflight".equals(request.getRequestURI());
  }

  private static boolean isPost(HttpServletRequest request) {
    return "POST".equals(request.getMethod());
  }

  private static Caller caller() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Caller caller
        ? caller
        : null;
  }
}
