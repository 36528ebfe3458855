package de.amtsbote.osci.xml;

import de.amtsbote.osci.io.Streams;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * XML to be written, canonical by construction: pieces of text, spooled octets, and the
 * declarations of the base name spaces that are repeated on the wire but are no part of the
 * canonical form of an enclosing element.
 */
public final class Markup {

  private interface Piece {
    long length();

    InputStream open() throws IOException;

    void writeCanonicalTo(OutputStream out) throws IOException;
  }

  private record Text(byte[] octets) implements Piece {
    @Override
    public long length() {
      return octets.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(octets);
    }

    @Override
    public void writeCanonicalTo(OutputStream out) throws IOException {
      out.write(octets);
    }
  }

  private record Repeated() implements Piece {
    @Override
    public long length() {
      return DECLARATIONS.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(DECLARATIONS);
    }

    @Override
    public void writeCanonicalTo(OutputStream out) {
      // no part of the canonical form of the element around it
    }
  }

  private record Spooled(SpoolFile file, long offset, long length, SpoolFile canonical)
      implements Piece {
    @Override
    public InputStream open() throws IOException {
      return file.open(offset, length);
    }

    @Override
    public void writeCanonicalTo(OutputStream out) throws IOException {
      try (InputStream in = canonical == null ? open() : canonical.open()) {
        Streams.copy(in, out);
      }
    }
  }

  private static final byte[] DECLARATIONS =
      Namespaces.DECLARATIONS.getBytes(StandardCharsets.UTF_8);

  private final List<Piece> pieces = new ArrayList<>();
  private StringBuilder pending = new StringBuilder();

  /** Adds text as it is; whoever calls has escaped what needs it. */
  public Markup text(String text) {
    pending.append(text);
    return this;
  }

  /** Adds the base name space declarations of an element that stands inside of another. */
  public Markup repeatedDeclarations() {
    flush();
    pieces.add(new Repeated());
    return this;
  }

  /** Adds spooled octets that are canonical. */
  public Markup spooled(SpoolFile file) {
    return spooled(file, 0, file.length());
  }

  /** Adds a range of spooled octets that are canonical. */
  public Markup spooled(SpoolFile file, long offset, long length) {
    flush();
    pieces.add(new Spooled(file, offset, length, null));
    return this;
  }

  /** Adds spooled octets whose canonical form inside of this markup is another one. */
  public Markup spooled(SpoolFile wire, SpoolFile canonical) {
    flush();
    pieces.add(new Spooled(wire, 0, wire.length(), canonical));
    return this;
  }

  /** Adds all of another markup. */
  public Markup append(Markup other) {
    flush();
    other.flush();
    pieces.addAll(other.pieces);
    return this;
  }

  private void flush() {
    if (!pending.isEmpty()) {
      pieces.add(new Text(pending.toString().getBytes(StandardCharsets.UTF_8)));
      pending = new StringBuilder();
    }
  }

  /** Octets on the wire. */
  public long length() {
    flush();
    return pieces.stream().mapToLong(Piece::length).sum();
  }

  /** Reads the octets on the wire. */
  public InputStream open() throws IOException {
    flush();
    List<InputStream> streams = new ArrayList<>();
    for (Piece piece : pieces) {
      streams.add(piece.open());
    }
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  /** Writes the canonical form. */
  public void writeCanonicalTo(OutputStream out) throws IOException {
    flush();
    for (Piece piece : pieces) {
      piece.writeCanonicalTo(out);
    }
  }
}
