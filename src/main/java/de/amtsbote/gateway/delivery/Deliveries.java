package de.amtsbote.gateway.delivery;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All configured deliveries by name. */
public final class Deliveries {

  /** The delivery that needs no configuration: back to whoever handed in what is answered. */
  public static final String REPLIES = "replies";

  private final Map<String, Delivery> byName = new TreeMap<>();
  private final Map<String, String> partners = new TreeMap<>();

  /**
   * Makes the deliveries ready.
   *
   * @throws GatewayException CONFIGURATION_INVALID naming the setting that is missing or wrong
   */
  public Deliveries(Map<String, DeliverySettings> settings) {
    this(settings, List.of());
  }

  /** The same, with makers of the kinds that need more than their settings. */
  Deliveries(Map<String, DeliverySettings> settings, List<DeliveryMaker> makers) {
    makers.stream()
        .filter(it -> it.kind() == DeliverySettings.Kind.REPLIES)
        .forEach(it -> byName.put(REPLIES, it.make(REPLIES, null)));
    settings.forEach(
        (name, it) -> {
          if (name.equals(REPLIES)) {
            throw wrong(name, "", "is there by itself; choose another name");
          }
          byName.put(name, make(name, it, makers));
          if (it.partner() != null) {
            partners.put(name, it.partner());
          }
        });
  }

  /** The names that routes may use. */
  public Set<String> names() {
    return Set.copyOf(byName.keySet());
  }

  /**
   * The delivery of this name.
   *
   * @throws GatewayException DELIVERY_UNKNOWN
   */
  public Delivery get(String name) {
    var delivery = byName.get(name);
    if (delivery == null) {
      throw new GatewayException(
          ErrorCode.DELIVERY_UNKNOWN, "delivery '%s' is not configured".formatted(name));
    }
    return delivery;
  }

  /** The partner whose quirks count for a delivery. */
  public Optional<String> partner(String name) {
    return Optional.ofNullable(partners.get(name));
  }

  private static Delivery make(String name, DeliverySettings settings, List<DeliveryMaker> makers) {
    if (settings.kind() == null) {
      throw wrong(name, "kind", "is missing; write file, http, mailbox or xta");
    }
    return switch (settings.kind()) {
      case FILE -> {
        require(settings.folder() != null, name, "folder", "is missing; name a folder");
        yield new FileDrop(name, settings.folder());
      }
      case HTTP -> {
        require(settings.url() != null, name, "url", "is missing; write http://… or https://…");
        var scheme = String.valueOf(settings.url().getScheme());
        require(scheme.matches("https?"), name, "url", "must begin with http:// or https://");
        yield new HttpPost(name, settings);
      }
      case REPLIES -> throw wrong(name, "kind", "must be file, http, mailbox or xta");
      case MAILBOX, XTA ->
          makers.stream()
              .filter(it -> it.kind() == settings.kind())
              .findFirst()
              .orElseThrow(() -> wrong(name, "kind", "is not offered by this program"))
              .make(name, settings);
    };
  }

  private static void require(boolean condition, String name, String key, String problem) {
    if (!condition) {
      throw wrong(name, key, problem);
    }
  }

  private static GatewayException wrong(String name, String key, String problem) {
    return new GatewayException(
        ErrorCode.CONFIGURATION_INVALID,
        "amtsbote.deliveries.%s.%s %s".formatted(name, key, problem));
  }
}
