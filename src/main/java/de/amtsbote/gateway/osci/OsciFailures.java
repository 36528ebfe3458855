package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.osci.client.FaultReceivedException;
import de.amtsbote.osci.client.FeedbackException;
import de.amtsbote.osci.error.Layer;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.transport.TransportException;
import java.io.IOException;

/** The gateway's errors for what can go wrong with an intermediary. */
public final class OsciFailures {

  private OsciFailures() {}

  /** The gateway's error for a failed exchange with an intermediary. */
  public static GatewayException of(String intermediary, IOException error) {
    for (Throwable it = error; it != null; it = it.getCause()) {
      if (it instanceof GatewayException known) {
        return known;
      }
    }
    return new GatewayException(
        code(error), "intermediary %s: %s".formatted(intermediary, text(error)), error);
  }

  private static ErrorCode code(IOException error) {
    if (error instanceof TransportException transport) {
      return transport.fate() == TransportException.Fate.REFUSED
          ? ErrorCode.OSCI_REFUSED
          : ErrorCode.OSCI_UNREACHABLE;
    }
    if (error instanceof FeedbackException feedback) {
      return feedback.isTransient() ? ErrorCode.OSCI_BUSY : ErrorCode.OSCI_REFUSED;
    }
    if (error instanceof FaultReceivedException fault) {
      return fault.fault().server() ? ErrorCode.OSCI_BUSY : ErrorCode.OSCI_REFUSED;
    }
    if (error instanceof OsciException osci) {
      return code(osci.rule());
    }
    return ErrorCode.OSCI_UNREACHABLE;
  }

  private static ErrorCode code(Rule rule) {
    return rule.layer() == Layer.INTERNAL ? ErrorCode.INTERNAL : ErrorCode.OSCI_ANSWER_INVALID;
  }

  /** Texts of our own library and codes of the intermediary; nothing of the content. */
  private static String text(IOException error) {
    if (error instanceof FeedbackException feedback) {
      return feedback
          .feedback()
          .firstError()
          .map(it -> "feedback " + it.code())
          .orElse("refused without a code");
    }
    if (error instanceof FaultReceivedException fault) {
      return "fault " + fault.fault().code();
    }
    if (error instanceof OsciException osci) {
      return osci.error().describe();
    }
    return error instanceof TransportException ? "no answer" : "connection broke";
  }
}
