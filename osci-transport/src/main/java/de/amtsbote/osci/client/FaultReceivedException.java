package de.amtsbote.osci.client;

import de.amtsbote.osci.model.Fault;
import java.io.IOException;

/**
 * The supplier answered with a SOAP fault. Nobody signs faults, so it is a hint, not a proof: the
 * order may have been executed.
 */
public final class FaultReceivedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  FaultReceivedException(Fault fault) {
    super("the supplier answered with fault " + fault.code() + ": " + fault.text());
    this.fault = fault;
  }

  /** The fault; unsigned, so only a hint. */
  public Fault fault() {
    return fault;
  }
}
