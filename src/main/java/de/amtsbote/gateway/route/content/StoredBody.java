package de.amtsbote.gateway.route.content;

import de.amtsbote.gateway.message.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/** A stored part as the body of an exchange: each step of the route can read it from its start. */
public final class StoredBody extends InputStream implements StreamCache {

  private final Part part;
  private final RoutePart.Source source;
  private final boolean corrected;
  private InputStream open;
  private long position;

  public StoredBody(Part part, RoutePart.Source source) {
    this(part, source, false);
  }

  /**
   * A part that is read in another way than it was stored.
   *
   * @param corrected true when a deviation was set right, so that size and digest differ
   */
  StoredBody(Part part, RoutePart.Source source, boolean corrected) {
    this.part = part;
    this.source = source;
    this.corrected = corrected;
  }

  /** Whether the bytes are others than those in the store. */
  boolean isCorrected() {
    return corrected;
  }

  /** What the store knows of the part. */
  public Part part() {
    return part;
  }

  /** The part from its start, whatever has been read of this body. */
  public InputStream fresh() throws IOException {
    return source.open();
  }

  @Override
  public int read() throws IOException {
    var octet = stream().read();
    position += octet < 0 ? 0 : 1;
    return octet;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    var count = stream().read(bytes, offset, length);
    position += Math.max(0, count);
    return count;
  }

  @Override
  public int available() throws IOException {
    return stream().available();
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void reset() {
    try {
      close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open = null;
    position = 0;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try (var in = fresh()) {
      in.transferTo(out);
    }
  }

  @Override
  public StreamCache copy(Exchange exchange) {
    return new StoredBody(part, source, corrected);
  }

  @Override
  public boolean inMemory() {
    return false;
  }

  @Override
  public long length() {
    return corrected ? counted() : part.size();
  }

  private long counted() {
    try (var in = fresh()) {
      return in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long position() {
    return position;
  }

  private InputStream stream() throws IOException {
    if (open == null) {
      open = source.open();
    }
    return open;
  }
}
