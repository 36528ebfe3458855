package de.amtsbote.gateway.operations.node;

import de.amtsbote.gateway.entry.limits.MappedPath;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The entries of a draining node refuse what is new; everything else is answered as ever. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class DrainFilter extends OncePerRequestFilter {

  private static final List<String> ENTRIES = List.of("/api/v1/messages", "/osci", "/xta");
  private static final String RETRY_AFTER_SECONDS = "30";

  private final Drain drain;
  private final HandlerExceptionResolver resolver;

  DrainFilter(
      Drain drain, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
    this.drain = drain;
    this.resolver = resolver;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !drain.isDraining()
        || !HttpMethod.POST.matches(request.getMethod())
        || ENTRIES.stream().noneMatch(MappedPath.of(request)::startsWith);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    resolver.resolveException(
        request, response, null, new GatewayException(ErrorCode.NODE_DRAINING, "try another node"));
  }
}
