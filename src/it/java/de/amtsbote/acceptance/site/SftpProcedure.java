package de.amtsbote.acceptance.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** The SFTP server of a procedure. */
public final class SftpProcedure implements AutoCloseable {

  private static final String SETTINGS =
      """

      amtsbote.deliveries.hundesteuer:
        kind: sftp
        url: "sftp://127.0.0.1:%1$d"
        folder: eingang
        two-step: true
        poll: 1s
        login: {user: amtsbote, key-file: %2$s/id_gateway, known-hosts: %2$s/known_hosts}
      """;

  private final SshServer server = SshServer.setUpDefaultServer();
  private final Path folder;

  private SftpProcedure(Path folder) {
    this.folder = folder;
  }

  /** Starts on a free port, with an empty folder. */
  public static SftpProcedure open() throws IOException, GeneralSecurityException {
    SftpProcedure opened = new SftpProcedure(Files.createTempDirectory("amtsbote-sftp-"));
    opened.start();
    return opened;
  }

  private void start() throws IOException, GeneralSecurityException {
    Files.createDirectories(folder.resolve("server/eingang"));
    KeyPair host = rsa();
    KeyPair gateway = rsa();
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(host));
    server.setPublickeyAuthenticator(
        (user, key, session) -> KeyUtils.compareKeys(key, gateway.getPublic()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(folder.resolve("server")));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.start();
    String key = Base64.getMimeEncoder().encodeToString(gateway.getPrivate().getEncoded());
    Files.writeString(
        folder.resolve("id_gateway"),
        "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
    Files.writeString(
        folder.resolve("known_hosts"),
        "[127.0.0.1]:%d %s%n"
            .formatted(server.getPort(), PublicKeyEntry.toString(host.getPublic())));
  }

  /** What the gateway must be told, to be added to its configuration. */
  String settings() {
    return SETTINGS.formatted(server.getPort(), folder);
  }

  /** Whoever works behind the server. */
  public FolderProcedure clerk() {
    return new FolderProcedure(folder.resolve("server/eingang"));
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  private static KeyPair rsa() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }
}
