package de.amtsbote.osci.endpoint;

import de.amtsbote.osci.model.FeedbackCode;
import java.io.IOException;

/** An order that gets a SOAP fault instead of an answer (OSCI-Transport 1.2, K§6). */
public final class FaultException extends IOException {

  private static final long serialVersionUID = 1L;

  private final FeedbackCode code;

  /** The reason is for the log of the supplier, not for the client. */
  public FaultException(FeedbackCode code, String reason) {
    super(reason);
    this.code = code;
  }

  /** The code of the fault to answer with. */
  public FeedbackCode code() {
    return code;
  }
}
