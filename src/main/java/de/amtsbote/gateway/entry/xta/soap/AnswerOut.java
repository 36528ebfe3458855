package de.amtsbote.gateway.entry.xta.soap;

import de.amtsbote.gateway.xta.v31.XtaOperation;
import java.util.ArrayList;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.apache.cxf.attachment.AttachmentImpl;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.message.Attachment;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.w3c.dom.Element;

/** Gives answers and faults their addressing, their header blocks and their MIME parts. */
final class AnswerOut extends AbstractSoapInterceptor {

  AnswerOut() {
    super(Phase.SETUP);
  }

  @Override
  public void handleMessage(SoapMessage message) {
    var exchange = message.getExchange();
    var request = (SoapMessage) exchange.getInMessage();
    addressing(message, exchange.get(XtaOperation.class), Headers.of(request));
    var answer = exchange.get(Answer.class);
    var fault = message.getContent(Exception.class) != null;
    if (answer == null || fault) {
      message.put(Message.MTOM_ENABLED, false);
      return;
    }
    answer.headers().forEach(it -> add(message, it));
    message.put(Message.MTOM_ENABLED, !answer.parts().isEmpty());
    var parts = new ArrayList<Attachment>();
    answer
        .parts()
        .forEach(
            (id, data) -> {
              var part = new AttachmentImpl(id, data);
              part.setXOP(true);
              parts.add(part);
            });
    message.setAttachments(parts);
  }

  private static void addressing(SoapMessage message, XtaOperation operation, Headers request) {
    add(message, Addressing.ACTION, operation == null ? Addressing.FAULT : operation.action());
    add(message, Addressing.MESSAGE_ID, "urn:uuid:" + UUID.randomUUID());
    add(message, Addressing.TO, Addressing.ANONYMOUS);
    request
        .find(Addressing.MESSAGE_ID)
        .ifPresent(it -> add(message, Addressing.RELATES_TO, Addressing.text(it)));
  }

  private static void add(SoapMessage message, QName name, String text) {
    add(message, HeaderBlocks.of(name, text));
  }

  private static void add(SoapMessage message, Element block) {
    message
        .getHeaders()
        .add(new SoapHeader(new QName(block.getNamespaceURI(), block.getLocalName()), block));
  }
}
