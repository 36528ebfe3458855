package de.amtsbote.gateway.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses in which the path of a servlet is written in other letters, as {@code /%6Fsci}:
 * the container finds the servlet all the same, but rules about addresses cannot be asked.
 */
final class ServletAddressFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var ownPath = request.getContextPath() + request.getServletPath();
    if (request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH
        && !request.getRequestURI().startsWith(ownPath)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    chain.doFilter(request, response);
  }
}
