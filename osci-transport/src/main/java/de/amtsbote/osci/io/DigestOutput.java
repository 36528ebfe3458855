package de.amtsbote.osci.io;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;

/** Feeds message digests. */
public final class DigestOutput extends OutputStream {

  private final List<MessageDigest> digests;

  /** Feeds all of these. */
  public DigestOutput(Collection<MessageDigest> digests) {
    this.digests = List.copyOf(digests);
  }

  @Override
  public void write(int octet) {
    digests.forEach(digest -> digest.update((byte) octet));
  }

  @Override
  public void write(byte[] octets, int offset, int count) {
    for (MessageDigest digest : digests) {
      digest.update(octets, offset, count);
    }
  }
}
