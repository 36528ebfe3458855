package de.amtsbote.osci.model;

/**
 * Which kind of time the client wants in the process card.
 *
 * @param service which of the times
 * @param cryptographic false for a plain time
 */
public record QualityOfTimestamp(Service service, boolean cryptographic) {

  /** The time that is meant. */
  public enum Service {
    CREATION,
    RECEPTION
  }

  /** Plain time of creation. */
  public static final QualityOfTimestamp PLAIN_CREATION =
      new QualityOfTimestamp(Service.CREATION, false);

  /** Plain time of reception. */
  public static final QualityOfTimestamp PLAIN_RECEPTION =
      new QualityOfTimestamp(Service.RECEPTION, false);
}
