package de.amtsbote.osci.model;

import java.util.List;

/**
 * A process card with the id of its delivery and the certificate checks made for it.
 *
 * @param messageId of the delivery
 * @param card the times
 * @param inspections one per checked certificate
 */
public record ProcessCardBundle(
    MessageId messageId, ProcessCard card, List<Inspection> inspections) {

  /** Copies the inspections. */
  public ProcessCardBundle {
    inspections = List.copyOf(inspections);
  }
}
