package de.amtsbote.gateway.entry.xta;

import java.util.Set;

/**
 * An account that proved to be the caller.
 *
 * @param tolerant whether its orders may lack what some programs leave out
 */
record XtaAccount(
    String name, String tenant, Set<String> parties, Set<String> services, boolean tolerant) {

  /** An account whose orders obey the schema. */
  XtaAccount(String name, String tenant, Set<String> parties, Set<String> services) {
    this(name, tenant, parties, services, false);
  }

  boolean mayUse(String service) {
    return services.isEmpty() || services.contains(service);
  }
}
