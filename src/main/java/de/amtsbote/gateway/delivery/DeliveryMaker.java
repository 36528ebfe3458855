package de.amtsbote.gateway.delivery;

/** Makes deliveries of one kind; found as a bean. */
public interface DeliveryMaker {

  /** The kind that it makes. */
  DeliverySettings.Kind kind();

  /**
   * Makes a delivery ready.
   *
   * @throws de.amtsbote.gateway.message.GatewayException CONFIGURATION_INVALID
   */
  Delivery make(String name, DeliverySettings settings);
}
