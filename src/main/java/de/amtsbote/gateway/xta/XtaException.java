package de.amtsbote.gateway.xta;

import java.util.UUID;

/** A refusal with its XTA error number; its id is in the log and in the answer. */
public final class XtaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final XtaError error;
  private final String details;
  private final boolean blamesCaller;
  private final String incident = UUID.randomUUID().toString();

  /**
   * A refusal.
   *
   * @param details shown to the caller: must hold neither payload nor personal data
   */
  public XtaException(XtaError error, String details) {
    this(error, details, null);
  }

  /** A refusal with its technical cause, which goes to the log only. */
  public XtaException(XtaError error, String details, Throwable cause) {
    this(error, details, cause, error.fault() != XtaFault.TECHNICAL_PROBLEM);
  }

  private XtaException(XtaError error, String details, Throwable cause, boolean blamesCaller) {
    super(error.code() + ": " + details, cause);
    this.error = error;
    this.details = details;
    this.blamesCaller = blamesCaller;
  }

  /** A refusal without a number that says all the same that the call is wrong. */
  public static XtaException blamingCaller(String details) {
    return new XtaException(XtaError.UNSPECIFIED, details, null, true);
  }

  /** Whether the same call can never succeed; else it may later. */
  public boolean blamesCaller() {
    return blamesCaller;
  }

  /** Which error it is. */
  public XtaError error() {
    return error;
  }

  /** What exactly is wrong; safe to show. */
  public String details() {
    return details;
  }

  /** The id under which the log tells more. */
  public String incident() {
    return incident;
  }
}
