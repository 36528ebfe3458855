package de.amtsbote.gateway.console;

import de.amtsbote.gateway.security.Accounts;
import de.amtsbote.gateway.security.Caller;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Links that sign a person in to the console once, for who stands at the machine itself. */
@Component
public class SignInLinks {

  /** How long a link may be used. */
  public static final Duration VALIDITY = Duration.ofMinutes(10);

  private final Accounts accounts;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Link> links = new ConcurrentHashMap<>();

  SignInLinks(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Makes a link for an account.
   *
   * @return path and query below the gateway's address; empty when there is no such account
   */
  public Optional<String> create(String account) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    var code = HexFormat.of().formatHex(bytes);
    return accounts
        .byName(account)
        .map(
            caller -> {
              links.put(code, new Link(caller, clock.instant().plus(VALIDITY)));
              return "/signin/link/" + code;
            });
  }

  /** Whom the link signs in; it works once. */
  Optional<Caller> use(String code) {
    var link = links.remove(code);
    links.values().removeIf(each -> each.isOver(clock.instant()));
    return Optional.ofNullable(link)
        .filter(each -> !each.isOver(clock.instant()))
        .map(Link::caller);
  }

  private record Link(Caller caller, Instant end) {
    boolean isOver(Instant now) {
      return !now.isBefore(end);
    }
  }
}
