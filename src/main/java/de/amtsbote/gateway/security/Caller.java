package de.amtsbote.gateway.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;

/**
 * Who is calling: an account of a tenant; it sees this tenant's messages only.
 *
 * @param account name of the account
 * @param roles what it may do
 */
public record Caller(String account, String tenant, Set<Role> roles)
    implements Principal, Serializable {

  @Override
  public String getName() {
    return account;
  }
}
