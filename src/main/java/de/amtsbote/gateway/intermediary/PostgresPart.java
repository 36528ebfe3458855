package de.amtsbote.gateway.intermediary;

import de.amtsbote.osci.mailbox.PartSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A stored part; read chunk by chunk. */
record PostgresPart(JdbcTemplate jdbc, String messageId, int number, String name, long length)
    implements PartSource {

  @Override
  public InputStream open() {
    return new Chunks();
  }

  private byte[] chunk(int index) throws IOException {
    try {
      return jdbc
          .query(
              """
              select content from osci_delivery_chunk
              where message_id = ? and part_number = ? and number = ?""",
              (row, i) -> row.getBytes("content"),
              messageId,
              number,
              index)
          .stream()
          .findFirst()
          .orElseThrow(() -> new EOFException("part " + name + " was deleted while it was read"));
    } catch (DataAccessException e) {
      throw new IOException("part " + name + " cannot be read", e);
    }
  }

  private final class Chunks extends InputStream {

    private byte[] current = {};
    private int next;
    private int position;
    private long read;

    @Override
    public int read() throws IOException {
      var octet = new byte[1];
      return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      Objects.checkFromIndexSize(offset, count, target.length);
      if (count == 0) {
        return 0;
      }
      if (read == length) {
        return -1;
      }
      if (position == current.length) {
        current = chunk(next++);
        position = 0;
      }
      var copied = Math.min(count, current.length - position);
      System.arraycopy(current, position, target, offset, copied);
      position += copied;
      read += copied;
      return copied;
    }
  }
}
