package de.amtsbote.gateway.delivery.drop;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** Says in a few words of ours why a folder could not be used. */
final class DropFailures {

  private DropFailures() {}

  static String kind(IOException error) {
    if (error instanceof AccessDeniedException) {
      return "access denied";
    }
    if (error instanceof NoSuchFileException) {
      return "something is not there";
    }
    if (error instanceof FileSystemException broken && broken.getReason() != null) {
      return broken.getReason();
    }
    if (error instanceof SftpException refused) {
      return "the server says " + SftpConstants.getStatusName(refused.getStatus());
    }
    return error instanceof PlaceException known ? known.getMessage() : "input or output failed";
  }
}
