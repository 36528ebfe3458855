package de.amtsbote.gateway.entry.xta.soap;

import de.amtsbote.gateway.xta.v31.XtaOperation;
import java.util.Set;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;

/** Makes typed faults also of what fails before a call reaches us; nothing internal goes out. */
final class FaultOut extends AbstractSoapInterceptor {

  /** Faults of SOAP itself, whose code says all. */
  private static final Set<String> OF_SOAP = Set.of("MustUnderstand", "VersionMismatch");

  FaultOut() {
    super(Phase.SETUP);
    addBefore(AnswerOut.class.getName());
  }

  @Override
  public void handleMessage(SoapMessage message) {
    var failure = message.getContent(Exception.class);
    if (failure != null && !isOurs(failure)) {
      var operation = message.getExchange().get(XtaOperation.class);
      message.setContent(Exception.class, Faults.of(failure, operation));
    }
  }

  private static boolean isOurs(Exception failure) {
    return failure instanceof SoapFault fault
        && (fault.hasDetails()
            || fault.getSubCodes() != null
            || OF_SOAP.contains(fault.getFaultCode().getLocalPart()));
  }
}
