package de.amtsbote.gateway.cli;

/** Ends a command with a message for the person at the terminal and exit code 1. */
public final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A failure without an underlying exception.
   *
   * @param message says what went wrong and what to do about it
   */
  public CommandFailure(String message) {
    super(message);
  }

  /** A failure with the exception that led to it; shown only with {@code --stacktrace}. */
  public CommandFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
