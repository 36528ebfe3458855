package de.amtsbote.gateway.operations.node;

import de.amtsbote.gateway.entry.limits.DoorKeepers;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The entries of a draining node refuse what is new; everything else is answered as ever. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class DrainFilter extends OncePerRequestFilter {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  private final Drain drain;
  private final DoorKeepers doors;
  private final HandlerExceptionResolver problems;

  DrainFilter(
      Drain drain,
      DoorKeepers doors,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    this.drain = drain;
    this.doors = doors;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!drain.isDraining()) {
      chain.doFilter(request, response);
      return;
    }
    try {
      var door = doors.ofSomethingNew(request);
      if (door.isEmpty()) {
        chain.doFilter(request, response);
        return;
      }
      var why = GatewayException.later(ErrorCode.NODE_DRAINING, "try another node", RETRY_AFTER);
      if (!door.get().refuse(request, response, why)) {
        problems.resolveException(request, response, null, why);
      }
    } catch (GatewayException e) {
      problems.resolveException(request, response, null, e);
    }
  }
}
