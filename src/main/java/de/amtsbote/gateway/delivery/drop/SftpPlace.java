package de.amtsbote.gateway.delivery.drop;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHFsyncExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** A folder on an SFTP server, over a session of its own. */
final class SftpPlace implements DropPlace {

  private static final int BUFFER = 32 * 1024;
  private static final Set<OpenMode> NEW =
      EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Exclusive);

  private final ClientSession session;
  private final SftpClient sftp;
  private final String folder;

  SftpPlace(ClientSession session, SftpClient sftp, String folder) {
    this.session = session;
    this.sftp = sftp;
    this.folder = folder;
  }

  private String path(String path) {
    return path.isEmpty() ? folder : folder + "/" + path;
  }

  @Override
  public boolean exists(String path) throws IOException {
    try {
      sftp.lstat(path(path));
      return true;
    } catch (SftpException e) {
      return requireAbsent(e);
    }
  }

  /** Always false; any other trouble than that nothing is there is thrown on. */
  private static boolean requireAbsent(SftpException error) throws SftpException {
    var status = error.getStatus();
    if (status != SftpConstants.SSH_FX_NO_SUCH_FILE
        && status != SftpConstants.SSH_FX_NO_SUCH_PATH) {
      throw error;
    }
    return false;
  }

  @Override
  public void ensureFolder(String path) throws IOException {
    if (!exists(path)) {
      sftp.mkdir(path(path));
    }
  }

  @Override
  public OutputStream create(String file) throws IOException {
    return new FilterOutputStream(sftp.write(path(file), BUFFER, NEW)) {

      private boolean closed;

      @Override
      public void write(byte[] octets, int offset, int length) throws IOException {
        out.write(octets, offset, length);
      }

      @Override
      public void close() throws IOException {
        if (!closed) {
          closed = true;
          out.close();
          forceFile(file);
        }
      }
    };
  }

  /** Servers without this extension of OpenSSH decide themselves when octets are on their disk. */
  private void forceFile(String file) throws IOException {
    var extension = sftp.getExtension(OpenSSHFsyncExtension.class);
    if (extension != null && extension.isSupported()) {
      try (var handle = sftp.open(path(file), EnumSet.of(OpenMode.Read, OpenMode.Write))) {
        extension.fsync(handle);
      }
    }
  }

  /** SFTP has no means for it. */
  @Override
  public void force(String path) {
    // nothing can be asked for
  }

  @Override
  public void rename(String from, String to) throws IOException {
    if (exists(to)) {
      throw new IOException(to + " is there already");
    }
    sftp.rename(path(from), path(to));
  }

  @Override
  public void delete(String file) throws IOException {
    try {
      sftp.remove(path(file));
    } catch (SftpException e) {
      requireAbsent(e);
    }
  }

  @Override
  public void deleteFolder(String path) throws IOException {
    if (!exists(path)) {
      return;
    }
    for (var item : list(path)) {
      var inner = path + "/" + item.name();
      if (isFolder(inner)) {
        deleteFolder(inner);
      } else {
        delete(inner);
      }
    }
    sftp.rmdir(path(path));
  }

  private boolean isFolder(String path) throws IOException {
    return sftp.lstat(path(path)).isDirectory();
  }

  @Override
  public List<Item> list(String path) throws IOException {
    var items = new ArrayList<Item>();
    try (var handle = sftp.openDir(path(path))) {
      for (var page = sftp.readDir(handle); page != null; page = sftp.readDir(handle)) {
        for (var entry : page) {
          var name = entry.getFilename();
          if (!name.equals(".") && !name.equals("..")) {
            var seen = entry.getAttributes();
            items.add(
                new Item(
                    name,
                    !seen.isRegularFile(),
                    seen.getSize(),
                    String.valueOf(seen.getModifyTime())));
          }
        }
      }
    }
    return items;
  }

  @Override
  public byte[] read(String file, int most) throws IOException {
    try (var content = sftp.read(path(file))) {
      return content.readNBytes(most);
    }
  }

  @Override
  public void close() throws IOException {
    try (session) {
      sftp.close();
    }
  }
}
