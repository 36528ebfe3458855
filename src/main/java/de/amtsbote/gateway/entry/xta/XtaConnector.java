package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.KeyFiles;
import de.amtsbote.gateway.security.TrustFolder;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** A connector of its own, which lets in nobody without a certificate of a trusted authority. */
final class XtaConnector {

  private static final String SETTING = "amtsbote.xta.server.tls.";

  private final XtaServerProperties.Tls tls;
  private final KeyFiles keys;
  private final TrustFolder trust;

  XtaConnector(XtaServerProperties.Tls tls, KeyFiles keys, boolean samplesAllowed) {
    this.tls = tls;
    this.keys = keys;
    this.trust = new TrustFolder(SETTING + "trust", tls.trust(), samplesAllowed);
  }

  /**
   * The connector.
   *
   * @param swallow how much of a refused request is still read, so that its sender gets the answer
   */
  Connector connector(long swallow) {
    require(tls.passwordFile() != null, "password-file", "is missing");
    var connector = new Connector();
    connector.setPort(tls.port());
    connector.setScheme("https");
    connector.setSecure(true);
    var protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
    protocol.setSSLEnabled(true);
    protocol.setMaxSwallowSize((int) Math.min(swallow, Integer.MAX_VALUE));
    connector.addSslHostConfig(host());
    return connector;
  }

  private SSLHostConfig host() {
    var host = new SSLHostConfig();
    host.setProtocols("TLSv1.2+TLSv1.3");
    host.setCertificateVerification("required");
    host.setTrustStore(trust.anchors());
    var lists = trust.revocationLists();
    require(lists.size() <= 1, "trust", "holds several *.crl files; join them to one PEM file");
    lists.forEach(it -> host.setCertificateRevocationListFile(it.toString()));
    var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
    certificate.setCertificateKeystore(keys.open(tls.keyStore(), tls.passwordFile()));
    certificate.setCertificateKeyAlias(tls.alias());
    certificate.setCertificateKeystorePassword(new String(keys.password(tls.passwordFile())));
    host.addCertificate(certificate);
    return host;
  }

  private static void require(boolean condition, String key, String problem) {
    if (!condition) {
      throw new GatewayException(ErrorCode.CONFIGURATION_INVALID, SETTING + key + " " + problem);
    }
  }
}
