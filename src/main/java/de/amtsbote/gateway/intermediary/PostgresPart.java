package de.amtsbote.gateway.intermediary;

import de.amtsbote.osci.mailbox.PartSource;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A stored part; read piece by piece. */
record PostgresPart(JdbcTemplate jdbc, String messageId, int number, String name, long length)
    implements PartSource {

  @Override
  public InputStream open() {
    return Pieces.read(this::piece, 0, length);
  }

  private byte[] piece(int index) throws IOException {
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
          .orElse(null);
    } catch (DataAccessException e) {
      throw new IOException("part " + name + " cannot be read", e);
    }
  }
}
