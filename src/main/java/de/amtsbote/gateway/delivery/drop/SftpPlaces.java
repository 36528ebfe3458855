package de.amtsbote.gateway.delivery.drop;

import de.amtsbote.gateway.delivery.DeliverySettings;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClientFactory;

/**
 * Opens sessions to one SFTP server. Its key must stand in the file of known hosts; nothing of the
 * user who runs the gateway (keys, agent, settings) is used.
 */
final class SftpPlaces implements DropPlaces {

  private static final int PORT = 22;

  private final DeliverySettings settings;
  private final SshClient client;

  /** Makes a client ready; nobody is called yet. */
  SftpPlaces(DeliverySettings settings) {
    this.settings = settings;
    this.client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier(
        new KnownHostsServerKeyVerifier(
            RejectAllServerKeyVerifier.INSTANCE, settings.login().knownHosts()));
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setAgentFactory(null);
    client.setUserAuthFactories(
        List.of(
            settings.login().keyFile() == null
                ? UserAuthPasswordFactory.INSTANCE
                : UserAuthPublicKeyFactory.INSTANCE));
    CoreModuleProperties.IDLE_TIMEOUT.set(client, settings.answerTimeout());
    CoreModuleProperties.WINDOW_TIMEOUT.set(client, settings.answerTimeout());
    CoreModuleProperties.AUTH_TIMEOUT.set(client, settings.connectTimeout().multipliedBy(2));
    CoreModuleProperties.CHANNEL_OPEN_TIMEOUT.set(client, settings.answerTimeout());
    SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(client, settings.answerTimeout());
  }

  @Override
  public DropPlace open() throws IOException {
    start();
    ClientSession session = null;
    var done = false;
    try {
      session = connect();
      var sftp = SftpClientFactory.instance().createSftpClient(session);
      done = true;
      return new SftpPlace(session, sftp, settings.folder().toString());
    } catch (IOException e) {
      throw new PlaceException(why(e), e);
    } finally {
      if (!done && session != null) {
        session.close(true);
      }
    }
  }

  private synchronized void start() {
    if (!client.isStarted()) {
      client.start();
    }
  }

  private ClientSession connect() throws IOException {
    var url = settings.url();
    var login = settings.login();
    var session =
        client
            .connect(login.user(), url.getHost(), url.getPort() < 0 ? PORT : url.getPort())
            .verify(settings.connectTimeout())
            .getSession();
    var done = false;
    try {
      if (login.keyFile() == null) {
        session.addPasswordIdentity(firstLine(login.passwordFile()));
      } else {
        for (var key : keys(login)) {
          session.addPublicKeyIdentity(key);
        }
      }
      session.auth().verify(settings.connectTimeout().multipliedBy(2));
      done = true;
      return session;
    } finally {
      if (!done) {
        session.close(true);
      }
    }
  }

  /** Read each time, so that it can be changed while running. */
  private static List<KeyPair> keys(DeliverySettings.Login login) throws IOException {
    var file = new FileKeyPairProvider(login.keyFile());
    if (login.passwordFile() != null) {
      file.setPasswordFinder(FilePasswordProvider.of(firstLine(login.passwordFile())));
    }
    var keys = new ArrayList<KeyPair>();
    try {
      file.loadKeys(null).forEach(keys::add);
    } catch (RuntimeException e) {
      throw unreadable(login.keyFile(), e);
    }
    if (keys.isEmpty()) {
      throw unreadable(login.keyFile(), new GeneralSecurityException("no key in it"));
    }
    return keys;
  }

  private static String firstLine(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.findFirst().orElse("").strip();
    }
  }

  private static GatewayException unreadable(Path file, Exception cause) {
    return new GatewayException(ErrorCode.KEY_RING_UNREADABLE, file.toString(), cause);
  }

  private static String why(IOException error) {
    for (Throwable it = error; it != null; it = it.getCause()) {
      if (it instanceof SshException refused) {
        switch (refused.getDisconnectCode()) {
          case SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE -> {
            return "the key of the server is not the one in the file of known hosts";
          }
          case SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE -> {
            return "the server does not accept our login";
          }
          default -> {
            // look on
          }
        }
      }
    }
    return "the server cannot be reached";
  }
}
