package de.amtsbote.osci.inspect;

import java.io.IOException;

/** Plain contents could not be written; what is known of the message is not lost by that. */
public final class ExtractionException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient InspectReport report;

  ExtractionException(InspectReport report, IOException cause) {
    super(cause.toString(), cause);
    this.report = report;
  }

  /** What was found. */
  public InspectReport report() {
    return report;
  }
}
