package de.amtsbote.gateway.delivery.jms;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.remoting.impl.ssl.CachingSSLContextFactory;
import org.apache.activemq.artemis.spi.core.remoting.ssl.SSLContextConfig;

/**
 * Gives the broker's client the TLS context of a delivery, which it can only ask a service for by a
 * name.
 */
public final class SslContexts extends CachingSSLContextFactory {

  private static final Map<String, SSLContext> KNOWN = new ConcurrentHashMap<>();
  private static final int BEFORE_ALL_OTHERS = 1000;

  /** Keeps a context; the name it is asked for by. */
  static String keep(SSLContext context) {
    var name = "amtsbote-" + UUID.randomUUID();
    KNOWN.put(name, context);
    return name;
  }

  @Override
  public SSLContext getSSLContext(SSLContextConfig config, Map<String, Object> more)
      throws Exception {
    var name = more.get(TransportConstants.SSL_CONTEXT_PROP_NAME);
    var known = name == null ? null : KNOWN.get(name.toString());
    return known == null ? super.getSSLContext(config, more) : known;
  }

  @Override
  public int getPriority() {
    return BEFORE_ALL_OTHERS;
  }
}
