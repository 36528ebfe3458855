package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.Accounts;
import de.amtsbote.gateway.security.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.function.LongConsumer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Asks the gate for each request that brings a message, and watches how fast its body comes. */
final class IntakeFilter extends OncePerRequestFilter {

  /** More than any order of an operator has: 64 KiB. */
  private static final long LARGEST_ORDER = 64 * 1024;

  private final IntakeGate gate;
  private final Accounts accounts;
  private final DoorKeepers keepers;
  private final IntakeProperties properties;
  private final HandlerExceptionResolver problems;
  private final MeterRegistry meters;
  private final Clock clock;

  IntakeFilter(
      IntakeGate gate,
      Accounts accounts,
      DoorKeepers keepers,
      IntakeProperties properties,
      HandlerExceptionResolver problems,
      MeterRegistry meters,
      Clock clock) {
    this.gate = gate;
    this.accounts = accounts;
    this.keepers = keepers;
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
    var door = Door.of(MappedPath.of(request));
    try {
      if (caller != null) {
        gate.request(guest(caller));
      }
      if (door != null && Errand.isPost(request)) {
        enter(keepers.of(door, request), request, response, chain);
        return;
      }
      if (caller != null && Errand.isSubmission(request)) {
        enter(keepers.of(Door.REST, request), guest(caller), request, response, chain);
        return;
      }
      if (caller != null && Errand.isPreflight(request)) {
        enter(keepers.of(Door.PREFLIGHT, request), guest(caller), request, response, chain);
        return;
      }
      if (caller != null && Errand.fromReader(request)) {
        // a full gateway must not keep readers from saying what they have
        chain.doFilter(new PacedRequest(request, pace(), bytes -> {}), response);
        return;
      }
      if (caller != null && Errand.isOperation(request)) {
        chain.doFilter(bounded(request, LARGEST_ORDER), response);
        return;
      }
    } catch (GatewayException e) {
      refuse(DoorKeeper.nobody(Door.REST), request, response, e);
      return;
    }
    chain.doFilter(request, response);
  }

  /** What is read into memory as a whole. */
  private PacedRequest bounded(HttpServletRequest request, long most) {
    if (request.getContentLengthLong() > most) {
      throw tooLarge(most);
    }
    return new PacedRequest(
        request,
        pace(),
        bytes -> {
          if (bytes > most) {
            throw tooLarge(most);
          }
        });
  }

  /** A door where whoever calls is known to its keeper alone, if at all. */
  private void enter(
      DoorKeeper keeper,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    try {
      if (keeper.turnAway(request, response)) {
        return;
      }
      var guest = keeper.guest(request);
      guest.ifPresent(gate::request);
      enter(keeper, guest.orElse(null), request, response, chain);
    } catch (GatewayException e) {
      refuse(keeper, request, response, e);
    }
  }

  private void enter(
      DoorKeeper keeper,
      Guest guest,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    var most = keeper.largest(request);
    var length = request.getContentLengthLong();
    if (length > most) {
      throw tooLarge(most);
    }
    var brings = keeper.bringsMessage(request);
    var pace = pace();
    try (var stay = stay(keeper.door(), guest, length, brings)) {
      LongConsumer came =
          bytes -> {
            if (bytes > most) {
              throw tooLarge(most);
            }
            stay.came(bytes);
          };
      chain.doFilter(new PacedRequest(request, pace, came), response);
      if (guest != null && brings && response.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
        gate.taken(guest, pace.count());
      }
    }
  }

  private Stay stay(Door door, Guest guest, long length, boolean brings) {
    if (door == Door.PREFLIGHT) {
      return gate.ask(guest, length);
    }
    return brings ? gate.bring(door, guest, length) : gate.enter(door, guest, length);
  }

  private static GatewayException tooLarge(long most) {
    return new GatewayException(ErrorCode.BODY_TOO_LARGE, "the limit is " + most + " bytes");
  }

  private Guest guest(Caller caller) {
    return new Guest(
        Door.REST, caller.tenant(), caller.account(), accounts.limits(caller.account()));
  }

  private void refuse(
      DoorKeeper keeper,
      HttpServletRequest request,
      HttpServletResponse response,
      GatewayException why)
      throws IOException {
    meters.counter("amtsbote.intake.refused", "code", why.code().code()).increment();
    if (!response.isCommitted() && !keeper.refuse(request, response, why)) {
      problems.resolveException(request, response, null, why);
    }
  }

  private Pace pace() {
    return new Pace(clock, properties.rateGrace(), properties.minRate().toBytes());
  }

  private static Caller caller() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Caller caller
        ? caller
        : null;
  }
}
