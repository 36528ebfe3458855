package de.amtsbote.gateway.cli.standards.dryrun;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Exchanges texts in a stream while it is read; holds a few kilobytes of it. */
final class ReplacingStream extends FilterInputStream {

  private static final int BLOCK = 16 << 10;

  private final Map<String, String> texts;
  private final int longest;
  private String unread = "";
  private byte[] ready = new byte[0];
  private int position;
  private boolean ended;

  /**
   * @param texts what is replaced by what; ASCII
   */
  ReplacingStream(InputStream in, Map<String, String> texts) {
    super(in);
    this.texts = texts;
    this.longest = texts.keySet().stream().mapToInt(String::length).max().orElse(1);
  }

  @Override
  public int read() throws IOException {
    return fill() ? ready[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    var count = Math.min(length, ready.length - position);
    System.arraycopy(ready, position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public long skip(long bytes) throws IOException {
    var skipped = 0L;
    while (skipped < bytes && read() >= 0) {
      skipped++;
    }
    return skipped;
  }

  @Override
  public int available() {
    return ready.length - position;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private boolean fill() throws IOException {
    while (position == ready.length && !ended) {
      var block = in.readNBytes(BLOCK);
      ended = block.length < BLOCK;
      var text = unread + new String(block, StandardCharsets.ISO_8859_1);
      for (var each : texts.entrySet()) {
        text = text.replace(each.getKey(), each.getValue());
      }
      // the beginning of a text may stand at the end of a block
      var keep = ended ? 0 : Math.min(text.length(), longest - 1);
      unread = text.substring(text.length() - keep);
      ready = text.substring(0, text.length() - keep).getBytes(StandardCharsets.ISO_8859_1);
      position = 0;
    }
    return position < ready.length;
  }
}
