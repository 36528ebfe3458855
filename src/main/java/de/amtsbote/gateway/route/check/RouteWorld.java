package de.amtsbote.gateway.route.check;

import java.util.List;
import java.util.Set;

/**
 * The logical names that routes may use.
 *
 * @param partners logical names in the directory
 * @param deliveries configured deliveries
 * @param identities configured OSCI identities
 * @param servers configured XTA servers of others
 */
public record RouteWorld(
    Set<String> partners,
    Set<String> deliveries,
    Set<String> identities,
    Set<String> servers,
    List<KnownStandard> standards) {

  /** A world without XTA servers. */
  public RouteWorld(
      Set<String> partners,
      Set<String> deliveries,
      Set<String> identities,
      List<KnownStandard> standards) {
    this(partners, deliveries, identities, Set.of(), standards);
  }

  public RouteWorld {
    partners = Set.copyOf(partners);
    deliveries = Set.copyOf(deliveries);
    identities = Set.copyOf(identities);
    servers = Set.copyOf(servers);
    standards = List.copyOf(standards);
  }
}
