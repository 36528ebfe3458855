package de.amtsbote.xoev.container;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Unpacks entry after entry and stops when more comes out than the packed bytes can honestly give.
 */
final class EntryStream extends FilterInputStream {

  private static final long HARMLESS = 10L << 20;

  private final Entries zip;
  private final Packed packed;
  private final ContainerLimits limits;
  private final long deadline;
  private long unpacked;
  private long inEntry;

  /** Counts the packed bytes. */
  private static final class Packed extends FilterInputStream {
    private long count;

    Packed(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = in.read(buffer, offset, length);
      count += Math.max(0, n);
      return n;
    }

    @Override
    public int available() {
      return 0;
    }
  }

  /** Knows where it stands: what was unpacked too far is put back and is all that is available. */
  private static final class Entries extends ZipInputStream {
    private final Packed packed;

    Entries(Packed packed) {
      super(packed, StandardCharsets.UTF_8);
      this.packed = packed;
    }

    long position() throws IOException {
      return packed.count - in.available();
    }
  }

  EntryStream(InputStream container, ContainerLimits limits) {
    this(new Packed(new BufferedInputStream(container, 65_536)), limits);
  }

  private EntryStream(Packed packed, ContainerLimits limits) {
    this(packed, new Entries(packed), limits);
  }

  private EntryStream(Packed packed, Entries zip, ContainerLimits limits) {
    super(zip);
    this.packed = packed;
    this.zip = zip;
    this.limits = limits;
    this.deadline = System.nanoTime() + limits.time().toNanos();
  }

  /** The next entry, null behind the last one. */
  ZipEntry next() throws IOException {
    inEntry = 0;
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException noName) {
      throw ContainerScan.unsafe("entry name is not in UTF-8");
    } catch (ZipException | EOFException broken) {
      throw ContainerScan.unsafe(broken);
    }
  }

  /**
   * Place in the container; behind an entry that was read to its end, where the next one begins.
   */
  long position() throws IOException {
    return zip.position();
  }

  /** Bytes of the current entry so far. */
  long size() {
    return inEntry;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int n = zip.read(buffer, offset, length);
      counted(Math.max(0, n));
      return n;
    } catch (ZipException | EOFException broken) {
      throw ContainerScan.unsafe(broken);
    }
  }

  private void counted(int bytes) {
    unpacked += bytes;
    inEntry += bytes;
    if (unpacked > limits.maxBytes()) {
      throw ContainerScan.unsafe("more than " + limits.maxBytes() + " bytes");
    }
    requireHonest(HARMLESS, limits.maxRatio());
    requireHonest(limits.maxBytes() / 16, Math.max(1, limits.maxRatio() / 10));
    if (System.nanoTime() - deadline > 0) {
      throw new XoevException(XoevError.CONTAINER_SLOW, limits.time().toString());
    }
  }

  private void requireHonest(long beyond, int ratio) {
    if (unpacked > beyond + packed.count * ratio) {
      throw ContainerScan.unsafe(
          "more than %d bytes for each packed byte beyond %d MiB".formatted(ratio, beyond >> 20));
    }
  }
}
