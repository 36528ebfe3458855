package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.security.AccountLimits;

/**
 * Who brings something.
 *
 * @param limits what its own settings allow
 */
public record Guest(Door door, String tenant, String account, AccountLimits limits) {

  /** Accounts of two doors may have the same name. */
  String key() {
    return door + " " + account;
  }
}
