package de.amtsbote.gateway.security;

import java.util.Comparator;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller whose token was checked; the token itself is not kept. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final Caller caller;

  /** A checked caller. */
  public CallerAuthentication(Caller caller) {
    super(
        caller.roles().stream()
            .sorted(Comparator.naturalOrder())
            .map(role -> new SimpleGrantedAuthority(role.authority()))
            .toList());
    this.caller = caller;
    setAuthenticated(true);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CallerAuthentication that && caller.equals(that.caller);
  }

  @Override
  public int hashCode() {
    return caller.hashCode();
  }
}
