package de.amtsbote.gateway.cli;

/** What the program tells its caller when it ends. */
public final class ExitCode {

  /** The command did what was asked. */
  public static final int OK = 0;

  /** The command was understood and did not succeed. */
  public static final int FAILED = 1;

  /** The command line was not understood. */
  public static final int USAGE = 2;

  private ExitCode() {}
}
