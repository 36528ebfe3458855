package de.amtsbote.gateway.xta;

import java.io.IOException;

/** A server answered, but not as the contract says: nobody knows what became of the call. */
public final class XtaAnswerException extends IOException {

  private static final long serialVersionUID = 1L;

  /** An answer that something is wrong with. */
  public XtaAnswerException(String what) {
    this(what, null);
  }

  /** An answer that something is wrong with, with what showed it. */
  public XtaAnswerException(String what, Throwable cause) {
    super(what, cause);
  }
}
