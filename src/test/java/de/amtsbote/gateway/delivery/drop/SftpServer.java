package de.amtsbote.gateway.delivery.drop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server of a procedure, which can be full, slow, or cut the line. */
final class SftpServer implements AutoCloseable {

  static final String USER = "amtsbote";
  static final String PASSWORD = "password-of-the-gateway";

  private static final KeyPair HOST = rsa();
  private static final KeyPair GATEWAY = rsa();
  private static final KeyPair STRANGER = rsa();

  final Path root;
  private final SshServer server = SshServer.setUpDefaultServer();
  private volatile boolean full;
  private volatile CountDownLatch slow = new CountDownLatch(0);
  private volatile String cutAfterRenameTo;

  SftpServer(Path root) throws IOException {
    this.root = Files.createDirectories(root);
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(HOST));
    server.setPasswordAuthenticator(
        (user, password, session) -> user.equals(USER) && password.equals(PASSWORD));
    server.setPublickeyAuthenticator(
        (user, key, session) ->
            user.equals(USER) && KeyUtils.compareKeys(key, GATEWAY.getPublic()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    var sftp = new SftpSubsystemFactory();
    sftp.addSftpEventListener(new Moods());
    server.setSubsystemFactories(List.of(sftp));
    server.start();
  }

  private final class Moods implements SftpEventListener {

    @Override
    public void writing(
        ServerSession session,
        String handle,
        FileHandle file,
        long offset,
        byte[] data,
        int from,
        int length)
        throws IOException {
      if (full) {
        throw new FileSystemException(handle, null, "No space left on device");
      }
      try {
        slow.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void moved(
        ServerSession session, Path from, Path to, Collection<CopyOption> how, Throwable error) {
      if (cutAfterRenameTo != null && to.getFileName().toString().endsWith(cutAfterRenameTo)) {
        cutAfterRenameTo = null;
        session.close(true);
      }
    }
  }

  int port() {
    return server.getPort();
  }

  void isFull(boolean now) {
    full = now;
  }

  void isSlow() {
    slow = new CountDownLatch(1);
  }

  void goesOn() {
    slow.countDown();
  }

  /** The next rename to such a name is done, and nobody hears of it. */
  void cutsTheLineAfterRenameTo(String suffix) {
    cutAfterRenameTo = suffix;
  }

  /** A file of known hosts with the key of this server. */
  Path knownHosts(Path folder) throws IOException {
    return knownHosts(folder, HOST);
  }

  /** A file of known hosts with another key under the name of this server. */
  Path wrongKnownHosts(Path folder) throws IOException {
    return knownHosts(folder, STRANGER);
  }

  private Path knownHosts(Path folder, KeyPair key) throws IOException {
    return Files.writeString(
        folder.resolve("known_hosts"),
        "[127.0.0.1]:%d %s%n".formatted(port(), PublicKeyEntry.toString(key.getPublic())));
  }

  /** The private key of the gateway. */
  static Path key(Path folder) throws IOException {
    return pem(folder.resolve("id_gateway"), GATEWAY);
  }

  /** A private key that the server does not know. */
  static Path wrongKey(Path folder) throws IOException {
    return pem(folder.resolve("id_stranger"), STRANGER);
  }

  private static Path pem(Path file, KeyPair key) throws IOException {
    var octets =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getPrivate().getEncoded());
    return Files.writeString(
        file, "-----BEGIN PRIVATE KEY-----\n" + octets + "\n-----END PRIVATE KEY-----\n");
  }

  private static KeyPair rsa() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    goesOn();
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
