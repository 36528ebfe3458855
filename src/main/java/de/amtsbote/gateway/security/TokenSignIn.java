package de.amtsbote.gateway.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Signs a person in to the console with the token of an account. */
final class TokenSignIn implements AuthenticationProvider {

  private final Accounts accounts;

  TokenSignIn(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    return accounts
        .byToken(String.valueOf(attempt.getCredentials()).strip())
        .map(CallerAuthentication::new)
        .orElseThrow(() -> new BadCredentialsException("no such token"));
  }

  @Override
  public boolean supports(Class<?> attempt) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
  }
}
