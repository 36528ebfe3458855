package de.amtsbote.gateway.entry.xta.soap;

import de.amtsbote.gateway.delivery.xta.MimeParts;
import de.amtsbote.gateway.xta.v31.XtaOperation;
import de.amtsbote.gateway.xta.v31.XtaPort;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.xml.ws.BindingType;
import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import jakarta.xml.ws.soap.SOAPBinding;
import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stax.StAXSource;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** One port as CXF calls it: the body as a stream, everything else at the current message. */
@WebServiceProvider
@ServiceMode(Service.Mode.PAYLOAD)
@BindingType(SOAPBinding.SOAP12HTTP_BINDING)
public final class XtaProvider implements Provider<Source> {

  private final XtaPort port;
  private final CallHandler handler;
  private final String proxyHeader;

  XtaProvider(XtaPort port, CallHandler handler, String proxyHeader) {
    this.port = port;
    this.handler = handler;
    this.proxyHeader = proxyHeader;
  }

  @Override
  public Source invoke(Source body) {
    var message = (SoapMessage) PhaseInterceptorChain.getCurrentMessage();
    var headers = Headers.of(message);
    var operation = Addressing.operation(message, headers, port);
    var exchange = message.getExchange();
    exchange.put(XtaOperation.class, operation);
    var reader = body instanceof StAXSource stream ? stream.getXMLStreamReader() : null;
    try {
      if (reader != null && reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
        reader.nextTag();
      }
      var peer =
          Peer.of(
              (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST), proxyHeader);
      var parts = new MimeParts(message);
      var answer = handler.handle(new Call(operation, peer, headers, reader, parts));
      exchange.put(Answer.class, answer);
      return answer.body() == null ? new DOMSource() : answer.body();
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw Faults.of(e, operation);
    } finally {
      close(reader);
    }
  }

  private static void close(XMLStreamReader reader) {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (XMLStreamException e) {
      // the call is over; there is nothing left that this could spoil
    }
  }
}
