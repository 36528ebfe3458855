package de.amtsbote.gateway.simulator.town;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/** The certificate that the XTA server shows, which can be exchanged while it serves. */
public final class TlsFace {

  private final Connector connector;
  private final Path passwordFile;

  /** The face of a running gateway. */
  public TlsFace(ApplicationContext gateway, Path passwordFile) {
    var server = ((ServletWebServerApplicationContext) gateway).getWebServer();
    this.connector =
        Arrays.stream(((TomcatWebServer) server).getTomcat().getService().findConnectors())
            .filter(it -> "https".equals(it.getScheme()))
            .findFirst()
            .orElseThrow();
    this.passwordFile = passwordFile;
  }

  /** New connections see the certificate in this PKCS#12 file from now on. */
  public void show(Path keyStore) throws IOException {
    var protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
    var old = protocol.findSslHostConfigs()[0];
    try {
      var host = new SSLHostConfig();
      host.setHostName(old.getHostName());
      host.setProtocols("TLSv1.2+TLSv1.3");
      host.setCertificateVerification("required");
      host.setTrustStore(old.getTruststore());
      var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
      var password = Files.readString(passwordFile).strip();
      certificate.setCertificateKeystore(opened(keyStore, password));
      certificate.setCertificateKeyAlias("tls");
      certificate.setCertificateKeystorePassword(password);
      host.addCertificate(certificate);
      protocol.addSslHostConfig(host, true);
    } catch (GeneralSecurityException e) {
      throw new IOException("a key of the simulator does not open", e);
    }
  }

  private static KeyStore opened(Path file, String password)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password.toCharArray());
    }
    return store;
  }
}
