package de.amtsbote.gateway.security;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The accounts of callers.
 *
 * @param accounts the callers by the names of their accounts
 */
@ConfigurationProperties("amtsbote")
record AccountProperties(@DefaultValue Map<String, Account> accounts) {

  /**
   * One account.
   *
   * @param tenant whose messages it sees
   * @param tokenSha256 SHA-256 of its token, hex; the token itself stands nowhere
   * @param roles what it may do
   * @param parties for whom it reads mailboxes, such as {@code ags:99000001}
   * @param limits what it may hand in; where it has none, amtsbote.limits.account counts
   * @param webhook where it wants to be told of its messages; null when it polls
   */
  record Account(
      String tenant,
      String tokenSha256,
      @DefaultValue Set<Role> roles,
      @DefaultValue Set<String> parties,
      AccountLimits limits,
      WebhookSettings webhook) {}
}
