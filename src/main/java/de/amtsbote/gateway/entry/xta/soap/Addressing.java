package de.amtsbote.gateway.entry.xta.soap;

import de.amtsbote.gateway.xta.v31.Names;
import de.amtsbote.gateway.xta.v31.XtaOperation;
import de.amtsbote.gateway.xta.v31.XtaPort;
import java.util.List;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.SoapActionInInterceptor;
import org.apache.cxf.helpers.DOMUtils;
import org.w3c.dom.Element;

/**
 * Insists on WS-Addressing. Operations with the same body differ by their action alone, so a call
 * whose action is missing or contradicts itself is refused and never guessed (WS-Addressing 1.0,
 * SOAP binding, 6.4).
 */
final class Addressing {

  static final QName ACTION = name("Action");
  static final QName MESSAGE_ID = name("MessageID");
  static final QName TO = name("To");
  static final QName REPLY_TO = name("ReplyTo");
  static final QName FAULT_TO = name("FaultTo");
  static final QName FROM = name("From");
  static final QName RELATES_TO = name("RelatesTo");
  private static final String INVALID = "InvalidAddressingHeader";
  static final String ANONYMOUS = Names.ADDRESSING + "/anonymous";

  /** The action of faults about addressing itself. */
  static final String FAULT = Names.ADDRESSING + "/fault";

  private Addressing() {}

  private static QName name(String local) {
    return new QName(Names.ADDRESSING, local, "wsa");
  }

  /** The operation that the caller wants. */
  static XtaOperation operation(SoapMessage message, Headers headers, XtaPort port) {
    if (message.getVersion() != Soap12.getInstance()) {
      throw new SoapFault("SOAP 1.2 only", message.getVersion().getVersionMismatch());
    }
    var action = one(headers, ACTION);
    var transport = SoapActionInInterceptor.getSoapAction(message);
    if (transport != null && !transport.isEmpty() && !transport.equals(action)) {
      throw invalid("ActionMismatch", "Content-Type and wsa:Action contradict each other");
    }
    one(headers, MESSAGE_ID);
    requireAnonymous(headers, REPLY_TO);
    requireAnonymous(headers, FAULT_TO);
    return XtaOperation.of(action)
        .filter(it -> it.port() == port)
        .orElseThrow(() -> refused("ActionNotSupported", "this port has no such operation"));
  }

  private static String one(Headers headers, QName name) {
    var found = headers.all(name);
    if (found.size() != 1 || text(found.get(0)).isEmpty()) {
      var missing = found.isEmpty();
      throw refused(
          missing ? "MessageAddressingHeaderRequired" : INVALID,
          "wsa:%s is %s"
              .formatted(name.getLocalPart(), missing ? "missing" : "ambiguous or empty"));
    }
    return text(found.get(0));
  }

  private static void requireAnonymous(Headers headers, QName name) {
    var addresses =
        headers.all(name).stream()
            .map(it -> DOMUtils.getChildrenWithName(it, Names.ADDRESSING, "Address"))
            .map(it -> it.size() == 1 ? text(it.get(0)) : "")
            .toList();
    if (!List.of().equals(addresses) && !List.of(ANONYMOUS).equals(addresses)) {
      throw invalid("OnlyAnonymousAddressSupported", "answers go back on the same connection only");
    }
  }

  static String text(Element element) {
    return element.getTextContent().strip();
  }

  private static SoapFault invalid(String subcode, String reason) {
    var fault = refused(INVALID, reason);
    fault.addSubCode(name(subcode));
    return fault;
  }

  private static SoapFault refused(String subcode, String reason) {
    var fault = new SoapFault(reason, new QName(Names.SOAP, "Sender"));
    fault.addSubCode(name(subcode));
    return fault;
  }
}
