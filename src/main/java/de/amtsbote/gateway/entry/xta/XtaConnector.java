package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.KeyFiles;
import de.amtsbote.gateway.security.SampleCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** A connector of its own, which lets in nobody without a certificate of a trusted authority. */
final class XtaConnector {

  private static final String SETTING = "amtsbote.xta.server.tls.";

  private final XtaServerProperties.Tls tls;
  private final KeyFiles keys;
  private final boolean samplesAllowed;

  XtaConnector(XtaServerProperties.Tls tls, KeyFiles keys, boolean samplesAllowed) {
    this.tls = tls;
    this.keys = keys;
    this.samplesAllowed = samplesAllowed;
  }

  /**
   * The connector.
   *
   * @param swallow how much of a refused request is still read, so that its sender gets the answer
   */
  Connector connector(long swallow) {
    require(tls.passwordFile() != null, "password-file", "is missing");
    require(tls.trust() != null, "trust", "is missing; name a folder with trusted authorities");
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
    host.setTrustStore(trusted());
    revocationList().forEach(it -> host.setCertificateRevocationListFile(it.toString()));
    var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
    certificate.setCertificateKeystore(keys.open(tls.keyStore(), tls.passwordFile()));
    certificate.setCertificateKeyAlias(tls.alias());
    certificate.setCertificateKeystorePassword(new String(keys.password(tls.passwordFile())));
    host.addCertificate(certificate);
    return host;
  }

  private KeyStore trusted() {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (var file : files(".*\\.(cer|crt|pem)")) {
        try (var content = Files.newInputStream(file)) {
          for (var each : CertificateFactory.getInstance("X.509").generateCertificates(content)) {
            var certificate = (X509Certificate) each;
            requireReal(file, certificate);
            store.setCertificateEntry(file.getFileName() + "-" + store.size(), certificate);
          }
        }
      }
      require(store.size() > 0, "trust", "holds no certificate; add *.cer, *.crt or *.pem");
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID, SETTING + "trust holds a file that cannot be read", e);
    }
  }

  private void requireReal(Path file, X509Certificate certificate) {
    if (!samplesAllowed && SampleCertificates.isSample(certificate)) {
      throw new GatewayException(ErrorCode.SAMPLE_KEY_REFUSED, file.toString());
    }
  }

  private List<Path> revocationList() {
    var lists = files(".*\\.crl");
    require(lists.size() <= 1, "trust", "holds several *.crl files; join them to one PEM file");
    return lists;
  }

  private List<Path> files(String name) {
    try (var found = Files.list(tls.trust())) {
      return found.filter(it -> it.getFileName().toString().matches(name)).sorted().toList();
    } catch (IOException e) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID, SETTING + "trust cannot be listed", e);
    }
  }

  private static void require(boolean condition, String key, String problem) {
    if (!condition) {
      throw new GatewayException(ErrorCode.CONFIGURATION_INVALID, SETTING + key + " " + problem);
    }
  }
}
