package de.amtsbote.gateway.route.check;

import de.amtsbote.gateway.yaml.Findings;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Every standard, partner, delivery, identity and server that a route names must exist. */
final class NameRules {

  private final RouteWorld world;
  private final Findings findings;

  NameRules(RouteWorld world, Findings findings) {
    this.world = world;
    this.findings = findings;
  }

  void check(List<EndpointUse> endpoints) {
    for (var use : endpoints) {
      switch (use.scheme()) {
        case "amtsbote", "xoev" -> checkStandard(use);
        case "delivery" -> checkDelivery(use);
        case "directory" -> checkPartner(use);
        case "osci" -> {
          checkPartner(use);
          known(use, "identity", "identity", world.identities(), "amtsbote.osci.identities");
        }
        case "xta" -> {
          checkPartner(use);
          known(use, "server", "XTA server", world.servers(), "amtsbote.xta.servers");
        }
        default -> {
          // other components have no names of ours
        }
      }
    }
  }

  private void checkDelivery(EndpointUse use) {
    var name = use.path();
    if (!name.contains("{{") && !name.contains("${") && !world.deliveries().contains(name)) {
      findings.error(
          use.node().at("uri").orElse(use.node()),
          "delivery '%s' is not configured; amtsbote.deliveries has: %s",
          name,
          names(world.deliveries()));
    }
  }

  /**
   * Partners found in the DVDV are named KEY@SERVICE and are only known when they are asked for.
   */
  private void checkPartner(EndpointUse use) {
    if (use.fixed("partner").filter(it -> it.value().contains("@")).isEmpty()) {
      known(use, "partner", "partner", world.partners(), "the directory");
    }
  }

  private void known(
      EndpointUse use, String option, String what, Collection<String> existing, String place) {
    use.fixed(option)
        .filter(it -> !existing.contains(it.value()))
        .ifPresent(
            it ->
                findings.error(
                    it.node(),
                    "%s '%s' is unknown; %s has: %s",
                    what,
                    it.value(),
                    place,
                    names(existing)));
  }

  private void checkStandard(EndpointUse use) {
    var standard = use.fixed("standard");
    if (standard.isEmpty()) {
      return;
    }
    var name = standard.get().value();
    var versions = world.standards().stream().filter(it -> it.name().equals(name)).toList();
    if (versions.isEmpty()) {
      findings.error(
          standard.get().node(),
          "standard '%s' is not installed; installed are: %s",
          name,
          names(world.standards().stream().map(KnownStandard::name).toList()));
      return;
    }
    var version = use.fixed("version").orElse(null);
    if (version != null
        && versions.stream().noneMatch(it -> it.version().equals(version.value()))) {
      findings.error(
          version.node(),
          "version '%s' of '%s' is not installed; installed are: %s",
          version.value(),
          name,
          names(versions.stream().map(KnownStandard::version).toList()));
    }
    use.fixed("messageType").ifPresent(it -> checkMessageTypes(it, versions, name));
  }

  private void checkMessageTypes(
      EndpointUse.Option option, List<KnownStandard> versions, String standard) {
    for (var type : option.value().split(",")) {
      var wanted = type.strip();
      if (versions.stream()
          .map(KnownStandard::messageTypes)
          .noneMatch(it -> it.containsKey(wanted) || it.containsValue(wanted))) {
        findings.error(option.node(), "'%s' has no message type '%s'", standard, wanted);
      }
    }
  }

  private static String names(Collection<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", new TreeSet<>(names));
  }
}
