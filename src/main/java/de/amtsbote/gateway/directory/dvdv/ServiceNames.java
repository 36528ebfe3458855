package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.Wanted;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tells which service of the DVDV a message is meant for, and how partners found there are named:
 * {@code KEY@SERVICE}, the service by its configured name or, without one, by its URI.
 */
final class ServiceNames {

  private static final Pattern KEY = Pattern.compile("[A-Za-z]{2,10}:[^\\s@]+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final String CONTENT = "MESSAGE";

  private final Map<String, DvdvProperties.Service> services = new TreeMap<>();

  /**
   * Reads the configured services.
   *
   * @throws GatewayException CONFIGURATION_INVALID naming the one that is wrong
   */
  ServiceNames(Map<String, DvdvProperties.Service> services) {
    services.forEach(
        (name, it) -> {
          require(NAME.matcher(name).matches(), name, "", "is no name; use letters and digits");
          require(it.uri() != null, name, ".uri", "is missing");
          this.services.put(name, it);
        });
  }

  private static void require(boolean condition, String name, String key, String problem) {
    if (!condition) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          "amtsbote.dvdv.services.%s%s %s".formatted(name, key, problem));
    }
  }

  /**
   * A service.
   *
   * @param name configured name, or the URI
   * @param content id of the content that holds the XML document
   */
  record Named(String name, String uri, String content) {

    String partner(String key) {
      return key + "@" + name;
    }
  }

  /** A service of an authority. */
  record Instance(String key, Named service) {}

  /** Whether this may be the key of an authority. */
  static boolean isKey(String reader) {
    return reader != null && KEY.matcher(reader).matches();
  }

  /**
   * The services that are meant: the most specific ones. More than one when the configuration does
   * not tell them apart.
   */
  List<Named> of(Wanted wanted) {
    var direct = Optional.ofNullable(wanted.service()).flatMap(this::named);
    if (direct.isPresent()) {
      return List.of(direct.get());
    }
    var fitting =
        services.entrySet().stream().filter(it -> weight(it.getValue(), wanted) > 0).toList();
    var most =
        fitting.stream()
            .map(it -> weight(it.getValue(), wanted))
            .max(Comparator.naturalOrder())
            .orElse(0);
    var best =
        fitting.stream()
            .filter(it -> weight(it.getValue(), wanted) == most)
            .map(it -> named(it.getKey(), it.getValue()))
            .toList();
    return best.isEmpty() ? byUri(wanted.service()) : best;
  }

  /** The instance that a partner's name means; empty when it is no name of this kind. */
  Optional<Instance> instance(String partner) {
    var at = partner.indexOf('@');
    if (at < 1 || !isKey(partner.substring(0, at))) {
      return Optional.empty();
    }
    var service = partner.substring(at + 1);
    return named(service)
        .or(() -> byUri(service).stream().findFirst())
        .map(it -> new Instance(partner.substring(0, at), it));
  }

  private Optional<Named> named(String service) {
    var byName = services.get(service);
    if (byName != null) {
      return Optional.of(named(service, byName));
    }
    return services.entrySet().stream()
        .filter(it -> it.getValue().uri().equals(service))
        .map(it -> named(it.getKey(), it.getValue()))
        .findFirst();
  }

  private static Named named(String name, DvdvProperties.Service service) {
    return new Named(name, service.uri(), service.content());
  }

  private static List<Named> byUri(String service) {
    return service != null && service.contains(":") && !service.contains(" ")
        ? List.of(new Named(service, service, CONTENT))
        : List.of();
  }

  /** How many conditions of the service hold; 0 when one does not, or there is none. */
  private static int weight(DvdvProperties.Service service, Wanted wanted) {
    var weight = 0;
    for (var pair :
        new String[][] {
          {service.service(), wanted.service()},
          {service.standard(), wanted.standard()},
          {service.version(), wanted.version()}
        }) {
      if (pair[0] != null && !pair[0].equals(pair[1])) {
        return 0;
      }
      weight += pair[0] == null ? 0 : 1;
    }
    if (!service.messageTypes().isEmpty()) {
      if (wanted.messageType() == null || !service.messageTypes().contains(wanted.messageType())) {
        return 0;
      }
      weight++;
    }
    return weight;
  }
}
