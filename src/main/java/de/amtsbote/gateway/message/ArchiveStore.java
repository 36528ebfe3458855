package de.amtsbote.gateway.message;

import java.io.InputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Stored messages for somebody who only reads them, beside a running gateway or without one. */
public final class ArchiveStore implements AutoCloseable {

  /** Before any other in descending order. */
  private static final MessageId LATEST = new MessageId(new UUID(-1, -1));

  private final SingleConnectionDataSource connection;
  private final PostgresTables tables;
  private final MessageReader reader;

  /**
   * Opens one connection that can write nothing.
   *
   * @throws GatewayException {@link ErrorCode#DATABASE_UNAVAILABLE}
   */
  public ArchiveStore(DataSource source, KeyWrapper keys) {
    try {
      var opened = source.getConnection();
      opened.setReadOnly(true);
      connection = new SingleConnectionDataSource(opened, true);
    } catch (SQLException e) {
      throw new GatewayException(ErrorCode.DATABASE_UNAVAILABLE, "no connection", e);
    }
    tables = new PostgresTables(new JdbcTemplate(connection));
    reader = new MessageReader(tables, keys);
  }

  /**
   * A page of messages of a standard whose content was not erased, newest first, without parts.
   *
   * @param before last message of the page before; null for the first page
   */
  public List<Message> page(String standard, Instant since, MessageId before, int limit) {
    return tables.messages().withContent(standard, since, before == null ? LATEST : before, limit);
  }

  /** Opens the payload of a message, decrypted while it is read. */
  public InputStream payload(MessageId id) {
    var payload =
        tables.parts().find(id).stream()
            .filter(part -> part.role() == PartRole.PAYLOAD)
            .findFirst()
            .orElseThrow(() -> MessageReader.unknown(id));
    return reader.open(id, payload.number());
  }

  @Override
  public void close() {
    connection.destroy();
  }
}
