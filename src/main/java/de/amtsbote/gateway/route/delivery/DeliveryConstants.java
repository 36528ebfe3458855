package de.amtsbote.gateway.route.delivery;

import org.apache.camel.spi.Metadata;

/** Headers that {@code delivery:} sets. */
public final class DeliveryConstants {

  @Metadata(
      description = "The id of the hand-over; a repeat has the same one.",
      javaType = "String")
  public static final String DELIVERY_ID = "DeliveryId";

  private DeliveryConstants() {}
}
