package de.amtsbote.gateway.entry.xta.soap;

import de.amtsbote.gateway.entry.body.CountedInputStream;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.v31.Names;
import java.io.InputStream;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.AttachmentInInterceptor;
import org.apache.cxf.phase.Phase;

/** Bounds what is read of a request at all, and names the header blocks that are understood. */
final class RequestIn extends AbstractSoapInterceptor {

  private static final Set<QName> UNDERSTOOD =
      Set.of(
          Addressing.ACTION,
          Addressing.MESSAGE_ID,
          Addressing.TO,
          Addressing.REPLY_TO,
          Addressing.FAULT_TO,
          Addressing.FROM,
          Addressing.RELATES_TO,
          new QName(Names.METADATA, "Author"),
          new QName(Names.METADATA, "MessageMetaData"),
          new QName(Names.MAILBOX, "X509TokenContainer"));

  private final long limit;

  RequestIn(long limit) {
    super(Phase.RECEIVE);
    addBefore(AttachmentInInterceptor.class.getName());
    this.limit = limit;
  }

  @Override
  public Set<QName> getUnderstoodHeaders() {
    return UNDERSTOOD;
  }

  @Override
  public void handleMessage(SoapMessage message) {
    var line = message.getContent(InputStream.class);
    if (line != null) {
      message.setContent(InputStream.class, new Bounded(line, limit));
    }
  }

  private static final class Bounded extends CountedInputStream {

    private long left;

    Bounded(InputStream in, long limit) {
      super(in);
      this.left = limit;
    }

    @Override
    protected void count(long octets) {
      left -= octets;
      if (left < 0) {
        throw new XtaException(XtaError.TOO_LARGE, "the request is larger than the limit");
      }
    }
  }
}
