package de.amtsbote.osci.mime;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.Base64DecodingInput;
import de.amtsbote.osci.io.BulkInput;
import de.amtsbote.osci.io.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the MIME packaging of an OSCI message part by part (OSCI-Transport 1.2, K§3.2): its head
 * belongs to the HTTP body, boundaries may contain any character, Content-IDs are compared raw.
 */
public final class MimeReader {

  private static final int MAX_HEADER_LINES = 50;
  private static final int MAX_HEADER = 32 * 1024;

  private final MimeSource source;
  private final MimeLimits limits;
  private final Set<String> names = new HashSet<>();
  private final String start;
  private PartBody current;
  private boolean ended;

  /** Reads the head of a message. */
  public MimeReader(InputStream in, MimeLimits limits) throws OsciException {
    this.source = new MimeSource(in, limits.size());
    this.limits = limits;
    MimeHeaders head = headers(true);
    ContentType type = head.contentType();
    String boundary = type.parameter("boundary");
    if (!type.mediaType().equals("multipart/related") || boundary == null || boundary.isEmpty()) {
      throw new OsciException(Rule.MIME_MALFORMED, "not a multipart/related message");
    }
    start = type.parameter("start");
    source.boundary(boundary);
    if (!source.takeBareDelimiter()) {
      preamble();
    }
    delimiterEnd();
  }

  /** Passes over what RFC 2046 lets stand before the first boundary. */
  private void preamble() throws OsciException {
    byte[] passed = new byte[1024];
    int size = 0;
    for (int read = 0; read >= 0; read = source.read(passed, 0, passed.length)) {
      size += read;
      if (size > MAX_HEADER) {
        throw new OsciException(Rule.MIME_MALFORMED, "no part after the head");
      }
    }
  }

  private MimeHeaders headers(boolean first) throws OsciException {
    List<String> lines = new ArrayList<>();
    int size = 0;
    while (true) {
      String line = source.line();
      size += line.length();
      if (!line.isEmpty()) {
        lines.add(line);
      } else if (!lines.isEmpty() || !first) {
        return MimeHeaders.of(lines);
      }
      if (lines.size() > MAX_HEADER_LINES || size > MAX_HEADER) {
        throw new OsciException(Rule.MIME_LIMIT, "too long a header");
      }
    }
  }

  private void delimiterEnd() throws OsciException {
    String rest = source.boundaryTail();
    if (rest.equals("--")) {
      ended = true;
      source.epilogue();
    } else if (!rest.isEmpty()) {
      throw new OsciException(Rule.MIME_MALFORMED, "boundary line with a tail");
    }
  }

  /** The next part; null after the last one. The part before it is read to its end. */
  public MimePart next() throws IOException {
    if (current != null) {
      current.drain();
    }
    if (ended) {
      return null;
    }
    MimeHeaders headers = headers(false);
    String name = headers.contentId();
    if (!names.add(name)) {
      throw new OsciException(Rule.MIME_DUPLICATE_PART, null);
    }
    if (names.size() > limits.parts()) {
      throw new OsciException(Rule.MIME_LIMIT, "too many parts");
    }
    if (names.size() == 1 && start != null && !MimeHeaders.name(start).equals(name)) {
      throw new OsciException(Rule.MIME_MALFORMED, "another part claims to be the first");
    }
    ContentType type = headers.contentType();
    String charset = type.parameter("charset");
    boolean envelope = names.size() == 1;
    if (!envelope && name.equals(MimeWriter.ENVELOPE_ID)) {
      throw new OsciException(Rule.MIME_DUPLICATE_PART, name);
    }
    if (envelope && charset != null && !charset.equalsIgnoreCase("UTF-8")) {
      throw new OsciException(Rule.MIME_MALFORMED, "charset is not UTF-8");
    }
    current = new PartBody(envelope ? limits.size() : limits.partSize());
    boolean coded = headers.isBase64(type);
    return new MimePart(
        name, coded, source.consumed(), coded ? new StrictBase64(current) : current);
  }

  private static final class StrictBase64 extends BulkInput {
    private final InputStream decoded;

    StrictBase64(InputStream in) {
      decoded = new Base64DecodingInput(in);
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      try {
        return decoded.read(target, offset, count);
      } catch (OsciException e) {
        throw e;
      } catch (IOException e) {
        throw new OsciException(Rule.MIME_MALFORMED, "part is not Base64", e);
      }
    }
  }

  private final class PartBody extends BulkInput {
    private long left;
    private boolean done;

    PartBody(long limit) throws OsciException {
      left = limit;
      if (source.takeBareDelimiter()) {
        end();
      }
    }

    private void end() throws OsciException {
      done = true;
      delimiterEnd();
    }

    void drain() throws IOException {
      if (!done) {
        Streams.copy(this, OutputStream.nullOutputStream());
      }
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      if (done) {
        return -1;
      }
      if (count == 0) {
        return 0;
      }
      int read = source.read(target, offset, count);
      if (read < 0) {
        end();
        return -1;
      }
      left -= read;
      if (left < 0) {
        throw new OsciException(Rule.MIME_LIMIT, "part is too large");
      }
      return read;
    }
  }
}
