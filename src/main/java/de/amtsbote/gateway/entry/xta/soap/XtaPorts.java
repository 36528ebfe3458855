package de.amtsbote.gateway.entry.xta.soap;

import de.amtsbote.gateway.xta.v31.XtaPort;
import java.nio.file.Path;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.databinding.source.SourceDataBinding;
import org.apache.cxf.io.CachedOutputStream;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;

/** Opens the ports of a server in a servlet. */
public final class XtaPorts implements AutoCloseable {

  private static final int MOST_PARTS = 500;

  private final Bus bus;

  /**
   * Ports that are still closed.
   *
   * @param spool folder for parts that come before their turn; they are encrypted there
   */
  public XtaPorts(Path spool) {
    // the key of each file lives in memory only
    CachedOutputStream.setDefaultCipherTransformation("AES/CTR/NoPadding");
    this.bus = new CXFBusFactory().createBus();
    FaultListener quiet = (failure, description, message) -> false;
    bus.setProperty(FaultListener.class.getName(), quiet);
    bus.setProperty(AttachmentDeserializer.ATTACHMENT_MAX_COUNT, MOST_PARTS);
    bus.setProperty(AttachmentDeserializer.ATTACHMENT_DIRECTORY, spool.toString());
  }

  /**
   * Opens a port.
   *
   * @param limit most octets of a request
   * @param proxyHeader where a proxy names the certificate of its caller
   */
  public void open(XtaPort port, CallHandler handler, long limit, String proxyHeader) {
    var endpoint = new EndpointImpl(bus, new XtaProvider(port, handler, proxyHeader));
    endpoint.setProperties(Map.of(SourceDataBinding.PREFERRED_FORMAT, "stax"));
    endpoint.getInInterceptors().add(new RequestIn(limit));
    endpoint.getOutInterceptors().add(new AnswerOut());
    endpoint.getOutFaultInterceptors().add(new FaultOut());
    endpoint.getOutFaultInterceptors().add(new AnswerOut());
    endpoint.publish("/" + port.path());
  }

  /** The servlet behind which the ports lie. */
  public CXFNonSpringServlet servlet() {
    var servlet = new CXFNonSpringServlet();
    servlet.setBus(bus);
    return servlet;
  }

  @Override
  public void close() {
    bus.shutdown(true);
  }
}
