package de.amtsbote.gateway.entry.xta;

import java.util.Set;

/** An account that proved to be the caller. */
record XtaAccount(String name, String tenant, Set<String> parties, Set<String> services) {

  boolean mayUse(String service) {
    return services.isEmpty() || services.contains(service);
  }
}
