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
  Deliveries(Map<String, DeliverySettings> settings, List<DeliveryMaker> makers) {
    makers.stream()
        .filter(it -> it.kind() == DeliverySettings.Kind.REPLIES)
        .forEach(it -> byName.put(REPLIES, it.make(REPLIES, null)));
    settings.forEach(
        (name, it) -> {
          DeliveryRules.require(name, it);
          byName.put(name, limited(name, it, make(name, it, makers)));
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
    return makers.stream()
        .filter(it -> it.kind() == settings.kind())
        .findFirst()
        .orElseThrow(() -> DeliveryRules.wrong(name, "kind", "is not offered by this program"))
        .make(name, settings);
  }

  private static Delivery limited(String name, DeliverySettings settings, Delivery delivery) {
    return settings.largest() == null
        ? delivery
        : new LimitedDelivery(name, settings.largest(), delivery);
  }
}
