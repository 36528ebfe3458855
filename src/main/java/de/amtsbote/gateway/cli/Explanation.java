package de.amtsbote.gateway.cli;

import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.xoev.XoevException;

/** What the person at the terminal is told about a failure. */
final class Explanation {

  private Explanation() {}

  static boolean isForeseen(Exception failure) {
    return failure instanceof CommandFailure
        || failure instanceof GatewayException
        || failure instanceof XoevException;
  }

  static String of(Exception failure) {
    if (failure instanceof XoevException known) {
      return known.getMessage() + System.lineSeparator() + known.error().remedy().english();
    }
    if (failure instanceof GatewayException known) {
      return known.getMessage() + System.lineSeparator() + known.code().remedy();
    }
    return failure instanceof CommandFailure
        ? failure.getMessage()
        : failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }
}
