package de.amtsbote.gateway.simulator.town;

import de.amtsbote.gateway.entry.xta.soap.RefusalOut;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before the intermediary and the XTA server. */
final class FaultFilter extends OncePerRequestFilter {

  private static final String INTERMEDIARY = "/osci/intermediary";
  private static final String XTA_PORTS = "/xta/";
  private static final byte[] PAGE =
      "<html><body>Wartungsarbeiten</body></html>".getBytes(StandardCharsets.UTF_8);

  /** Longer than the clients of the simulator wait. */
  private static final Duration PAUSE = Duration.ofSeconds(20);

  private final TownFaults faults;
  private final DeliveryWatch watch;
  private final CountDownLatch closed = new CountDownLatch(1);

  FaultFilter(TownFaults faults, DeliveryWatch watch) {
    this.faults = faults;
    this.watch = watch;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var path = request.getRequestURI();
    var system =
        path.equals(INTERMEDIARY) ? Fault.OSCI : path.startsWith(XTA_PORTS) ? Fault.XTA : "";
    var fault = faults.of(system).map(Fault::name).orElse("");
    switch (fault) {
      case "" -> chain.doFilter(request, response);
      case Fault.DOWN -> response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      case Fault.GARBAGE -> {
        response.setContentType("text/html");
        response.getOutputStream().write(PAGE);
      }
      case Fault.SLOW -> {
        pause();
        chain.doFilter(request, response);
      }
      case Fault.TIMEOUT_AFTER_SEND -> loseAnswer(request, response, chain);
      default -> refuse(request, response, XtaError.of(fault).orElseThrow());
    }
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, XtaError error) throws IOException {
    RefusalOut.write(request, response, new XtaException(error, error.text()));
  }

  /** A delivery is stored as ever, but who sent it never hears of it. */
  private void loseAnswer(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    watch.begin();
    try {
      chain.doFilter(request, new LosableAnswer(response, watch::hasStored));
      if (watch.hasStored()) {
        pause();
        if (!response.isCommitted()) {
          response.reset();
          response.sendError(HttpServletResponse.SC_GATEWAY_TIMEOUT);
        }
      }
    } finally {
      watch.end();
    }
  }

  private void pause() throws IOException {
    try {
      closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void destroy() {
    closed.countDown();
  }
}
