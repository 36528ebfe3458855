package de.amtsbote.osci.transport;

import java.io.IOException;

/** There is no answer to a message. */
public class TransportException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What is known about the message that got no answer. */
  public enum Fate {
    /** It did not reach the supplier; it can be sent again. */
    NOT_SENT(true),
    /** It may have been executed; ask before sending again. */
    UNCLEAR(true),
    /** The address refuses such messages; sending again does not help. */
    REFUSED(false);

    private final boolean temporary;

    Fate(boolean temporary) {
      this.temporary = temporary;
    }

    /** Whether it can get better by itself. */
    public boolean isTransient() {
      return temporary;
    }
  }

  private final Fate fate;

  /** An exchange that brought no answer. */
  public TransportException(Fate fate, String message) {
    super(message);
    this.fate = fate;
  }

  /** An exchange that brought no answer for this reason. */
  public TransportException(Fate fate, String message, Throwable cause) {
    super(message, cause);
    this.fate = fate;
  }

  /** What is known about the message. */
  public Fate fate() {
    return fate;
  }
}
