package de.amtsbote.gateway.entry.xta.soap;

import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.SafeTrace;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaFault;
import de.amtsbote.gateway.xta.v31.FaultXml;
import de.amtsbote.gateway.xta.v31.Names;
import de.amtsbote.gateway.xta.v31.XtaOperation;
import java.io.IOException;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Makes typed faults of whatever went wrong; the log has what the caller must not see. */
final class Faults {

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private Faults() {}

  /**
   * The fault for a failure.
   *
   * @param operation null when it is not known
   */
  static SoapFault of(Throwable failure, XtaOperation operation) {
    var refusal = refusal(failure);
    log(refusal, operation == null ? "call" : operation.operation());
    var fault =
        new SoapFault(
            "%s (%s)".formatted(refusal.getMessage(), refusal.incident()), code(refusal.error()));
    var detail = FaultXml.write(refusal.error(), operation);
    var holder = detail.getOwnerDocument().createElementNS(Names.SOAP, "soap:Detail");
    detail.getOwnerDocument().removeChild(detail);
    holder.appendChild(detail);
    fault.setDetail(holder);
    fault.setLang("en");
    return fault;
  }

  static void log(XtaException refusal, String what) {
    var level = isOurs(refusal.error()) ? Level.WARN : Level.INFO;
    LOG.atLevel(level)
        .log("XTA {} refused: {} (incident {})", what, refusal.getMessage(), refusal.incident());
    if (refusal.getCause() != null) {
      LOG.atLevel(level)
          .log("Incident {}: {}", refusal.incident(), SafeTrace.of(refusal.getCause()));
    }
  }

  static boolean isOurs(XtaError error) {
    return error.fault() == XtaFault.TECHNICAL_PROBLEM;
  }

  private static QName code(XtaError error) {
    return new QName(Names.SOAP, isOurs(error) ? "Receiver" : "Sender");
  }

  private static XtaException refusal(Throwable failure) {
    for (var it = failure; it != null; it = it.getCause()) {
      if (it instanceof XtaException known) {
        return known;
      }
      if (it instanceof GatewayException known) {
        return refusal(known);
      }
    }
    for (var it = failure; it != null; it = it.getCause()) {
      if (it instanceof XMLStreamException || it instanceof IOException) {
        return new XtaException(
            XtaError.PARAMETERS_MISSING, "the request ended early or is not readable", failure);
      }
    }
    return new XtaException(XtaError.INTERNAL, "the server failed", failure);
  }

  static XtaException refusal(GatewayException known) {
    var error =
        switch (known.code()) {
          case DIRECTORY_UNAVAILABLE, DIRECTORY_REFUSED, DIRECTORY_ANSWER_INVALID ->
              XtaError.DIRECTORY_FAILED;
          case BODY_TOO_LARGE -> XtaError.TOO_LARGE;
          case CONTENT_INFECTED -> XtaError.VIRUS_FOUND;
          default -> XtaError.INTERNAL;
        };
    return new XtaException(error, known.code().code() + " " + known.code().slug(), known);
  }
}
