package de.amtsbote.gateway.xta.v31;

import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaFault;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** The typed faults. */
public final class FaultXml {

  private static final String LIST = "urn:de:xta:webservice:codeliste:fehlernummer";

  private static final Map<XtaFault, String> NAMES =
      Map.of(
          XtaFault.PERMISSION_DENIED, "PermissionDeniedException",
          XtaFault.PARAMETER_INVALID, "ParameterIsNotValidException",
          XtaFault.TECHNICAL_PROBLEM, "XTAWSTechnicalProblemException",
          XtaFault.SCHEMA_VIOLATION, "MessageSchemaViolationException",
          XtaFault.VIRUS_DETECTED, "MessageVirusDetectionException",
          XtaFault.MESSAGE_ID_INVALID, "InvalidMessageIDException",
          XtaFault.SYNC_ASYNC, "SyncAsyncException",
          XtaFault.CANCEL_DENIED, "CancelDeniedException");

  private FaultXml() {}

  /**
   * The detail of a fault. An error whose fault the operation does not declare goes as a technical
   * problem, with the number kept.
   *
   * @param operation null when it is not known
   */
  public static Element write(XtaError error, XtaOperation operation) {
    var declared = operation == null || operation.declares(error.fault());
    var root =
        Tree.root(Names.XTA, NAMES.get(declared ? error.fault() : XtaFault.TECHNICAL_PROBLEM));
    root.child("errorCode")
        .attribute("listURI", LIST)
        .attribute("listVersionID", "1.0")
        .text(null, "code", error.code())
        .text(null, "name", error.text());
    return root.element();
  }

  /** The error number in the detail of a fault, as it stands there; empty when there is none. */
  public static Optional<String> code(Element detail) {
    return Elements.all(detail).stream()
        .filter(it -> Names.XTA.equals(it.getNamespaceURI()))
        .flatMap(it -> Elements.find(it, "errorCode").stream())
        .map(it -> Elements.text(it, "code"))
        .findFirst();
  }

  /** The element name of a kind of fault. */
  public static String name(XtaFault fault) {
    return NAMES.get(fault);
  }
}
