package de.amtsbote.gateway.message;

/**
 * Another receiver than the route names, for one message.
 *
 * @param kind by what means
 * @param replaced the receiver that is replaced; empty for any
 * @param destination logical name of the new receiver
 */
public record Redirect(TransmissionKind kind, String replaced, String destination) {

  /** True when it takes the place of this receiver. */
  boolean replaces(Transmission transmission) {
    var name = transmission.destination().split(" via ", 2)[0];
    return kind == transmission.kind()
        && (replaced.isEmpty() || replaced.equals(name))
        && !destination.equals(name);
  }
}
