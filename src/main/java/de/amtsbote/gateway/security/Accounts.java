package de.amtsbote.gateway.security;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows the accounts by the hashes of their tokens. */
public final class Accounts {

  private final List<Known> known = new ArrayList<>();
  private final AccountProperties properties;

  Accounts(AccountProperties properties) {
    this.properties = properties;
    properties.accounts().forEach((name, account) -> add(read(name, account)));
  }

  /** The caller whose token this is; takes the same time whether or not there is one. */
  public Optional<Caller> byToken(String token) {
    var hash = sha256(token);
    Caller found = null;
    for (var each : known) {
      if (MessageDigest.isEqual(each.hash(), hash)) {
        found = each.caller();
      }
    }
    return Optional.ofNullable(found);
  }

  /** The caller with this account name. */
  public Optional<Caller> byName(String account) {
    return known.stream()
        .map(Known::caller)
        .filter(caller -> caller.account().equals(account))
        .findFirst();
  }

  /** What this account may hand in, as far as its own settings say. */
  public AccountLimits limits(String account) {
    var settings = properties.accounts().get(account);
    return settings == null || settings.limits() == null ? AccountLimits.NONE : settings.limits();
  }

  /** The parties for whom this account reads mailboxes. */
  public Set<String> parties(String account) {
    var settings = properties.accounts().get(account);
    return settings == null ? Set.of() : Set.copyOf(settings.parties());
  }

  /** The callers who want to be told of their messages, and where. */
  public Map<Caller, WebhookSettings> webhooks() {
    var webhooks = new HashMap<Caller, WebhookSettings>();
    for (var each : known) {
      var settings = properties.accounts().get(each.caller().account()).webhook();
      if (settings != null) {
        webhooks.put(each.caller(), settings);
      }
    }
    return webhooks;
  }

  private void add(Known account) {
    for (var other : known) {
      if (MessageDigest.isEqual(other.hash(), account.hash())) {
        throw new GatewayException(
            ErrorCode.CONFIGURATION_INVALID,
            "amtsbote.accounts: %s and %s have the same token"
                .formatted(other.caller().account(), account.caller().account()));
      }
    }
    known.add(account);
  }

  private static Known read(String name, AccountProperties.Account account) {
    if (account.tenant() == null || account.tenant().isBlank() || account.roles().isEmpty()) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID, "amtsbote.accounts." + name + " needs tenant and roles");
    }
    if (account.tokenSha256() == null || !account.tokenSha256().matches("[0-9a-fA-F]{64}")) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          "amtsbote.accounts." + name + ".token-sha256 must be 64 hexadecimal digits");
    }
    return new Known(
        HexFormat.of().parseHex(account.tokenSha256()),
        new Caller(name, account.tenant(), Set.copyOf(account.roles())));
  }

  private static byte[] sha256(String token) {
    return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
  }

  private record Known(byte[] hash, Caller caller) {}
}
