package de.amtsbote.gateway.delivery;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import org.springframework.util.unit.DataSize;

/** Hands over nothing that is larger than its receiver takes. */
final class LimitedDelivery implements Delivery {

  private final String name;
  private final DataSize largest;
  private final Delivery delivery;

  LimitedDelivery(String name, DataSize largest, Delivery delivery) {
    this.name = name;
    this.largest = largest;
    this.delivery = delivery;
  }

  @Override
  public void handOver(Handover handover) {
    if (handover.size() > largest.toBytes()) {
      throw new GatewayException(
          ErrorCode.DELIVERY_REFUSED,
          "delivery %s takes %d bytes, not %d".formatted(name, largest.toBytes(), handover.size()));
    }
    delivery.handOver(handover);
  }

  @Override
  public boolean waitsForReader() {
    return delivery.waitsForReader();
  }

  @Override
  public boolean awaitsAnswer(Handover handover) {
    return delivery.awaitsAnswer(handover);
  }

  @Override
  public void settled(String deliveryId) {
    delivery.settled(deliveryId);
  }

  @Override
  public void probe() {
    delivery.probe();
  }
}
