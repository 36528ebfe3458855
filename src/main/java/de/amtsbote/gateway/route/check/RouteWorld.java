package de.amtsbote.gateway.route.check;

import java.util.List;
import java.util.Set;

/**
 * The logical names that routes may use.
 *
 * @param partners logical names in the directory
 * @param deliveries configured deliveries
 * @param identities configured OSCI identities
 */
public record RouteWorld(
    Set<String> partners,
    Set<String> deliveries,
    Set<String> identities,
    List<KnownStandard> standards) {

  public RouteWorld {
    partners = Set.copyOf(partners);
    deliveries = Set.copyOf(deliveries);
    identities = Set.copyOf(identities);
    standards = List.copyOf(standards);
  }
}
