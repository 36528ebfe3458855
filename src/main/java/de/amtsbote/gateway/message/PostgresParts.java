package de.amtsbote.gateway.message;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The tables of parts and their sealed chunks. */
final class PostgresParts {

  /** Chunks sent to the database at once: 2 MiB. */
  private static final int BATCH = 8;

  private final JdbcTemplate jdbc;

  PostgresParts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void insert(MessageId id, String tenant, List<SealedPart> parts, InputStream held)
      throws IOException {
    for (var each : parts) {
      var first = readChunk(held, Math.min(each.part().size(), PartCipher.CHUNK_SIZE));
      insert(id, tenant, each, first);
      insertChunks(id, each, held);
    }
  }

  /** Most parts have one chunk, and that takes one way to the database. */
  private void insert(MessageId id, String tenant, SealedPart sealed, byte[] first) {
    var part = sealed.part();
    jdbc.update(
        """
        with part as (
          insert into part (message_id, number, tenant, role, name, media_type, size, sha256,
            chunk_count) values (?, ?, ?, ?, ?, ?, ?, ?, ?))
        insert into part_chunk (message_id, part_number, number, content) values (?, ?, 0, ?)\
        """,
        id.value(),
        part.number(),
        tenant,
        part.role().name(),
        part.name(),
        part.mediaType(),
        part.size(),
        HexFormat.of().parseHex(part.sha256()),
        sealed.chunkCount(),
        id.value(),
        part.number(),
        first);
  }

  /**
   * A number for a part that is added to a stored message. It is never given again, not even when
   * the transaction that wanted it ends in vain: under one data key a position is sealed once.
   */
  int newNumber() {
    return jdbc.queryForObject("select nextval('added_part')", Integer.class);
  }

  List<Part> find(MessageId id) {
    return jdbc.query(
        """
        select number, role, name, media_type, size, sha256 from part
        where message_id = ? order by number\
        """,
        (row, index) -> part(row),
        id.value());
  }

  /** The parts of many messages; none for one that has none. */
  Map<MessageId, List<Part>> find(Collection<MessageId> ids) {
    var found = new HashMap<MessageId, List<Part>>();
    jdbc.query(
        """
        select message_id, number, role, name, media_type, size, sha256 from part
        where message_id = any (?) order by message_id, number\
        """,
        (RowCallbackHandler)
            row ->
                found
                    .computeIfAbsent(
                        new MessageId(row.getObject("message_id", UUID.class)),
                        id -> new ArrayList<>())
                    .add(part(row)),
        (Object) ids.stream().map(MessageId::value).toArray(UUID[]::new));
    return found;
  }

  /**
   * Everything that opening a part begins with, in one question.
   *
   * @param key null once the content has been erased
   * @param chunkCount -1 when there is no such part
   * @param first the first sealed chunk, or null when it is gone
   */
  record Opening(WrappedKey key, int chunkCount, byte[] first) {}

  /** How a part is opened; empty when there is no such message. */
  Optional<Opening> opening(MessageId id, int part) {
    return jdbc
        .query(
            """
            select m.key_id, m.wrapped_key, coalesce(p.chunk_count, -1) as chunks, c.content
            from message m
            left join part p on p.message_id = m.id and p.number = ?
            left join part_chunk c
              on c.message_id = m.id and c.part_number = p.number and c.number = 0
            where m.id = ?\
            """,
            (row, index) ->
                new Opening(
                    row.getBytes("wrapped_key") == null
                        ? null
                        : new WrappedKey(row.getString("key_id"), row.getBytes("wrapped_key")),
                    row.getInt("chunks"),
                    row.getBytes("content")),
            part,
            id.value())
        .stream()
        .findFirst();
  }

  /** A sealed chunk, or null when it is gone. */
  byte[] chunk(MessageId id, int part, int number) {
    return jdbc
        .queryForList(
            """
            select content from part_chunk
            where message_id = ? and part_number = ? and number = ?\
            """,
            byte[].class,
            id.value(),
            part,
            number)
        .stream()
        .findFirst()
        .orElse(null);
  }

  private void insertChunks(MessageId id, SealedPart part, InputStream held) throws IOException {
    var batch = new ArrayList<Object[]>(BATCH);
    var left = part.part().size() - PartCipher.CHUNK_SIZE;
    for (var number = 1; number < part.chunkCount(); number++) {
      var plain = Math.min(left, PartCipher.CHUNK_SIZE);
      var content = readChunk(held, plain);
      left -= plain;
      batch.add(new Object[] {id.value(), part.part().number(), number, content});
      if (batch.size() == BATCH || number == part.chunkCount() - 1) {
        jdbc.batchUpdate(
            """
            insert into part_chunk (message_id, part_number, number, content)
            values (?, ?, ?, ?)\
            """,
            batch);
        batch.clear();
      }
    }
  }

  private static byte[] readChunk(InputStream held, long plain) throws IOException {
    var length = (int) plain + PartCipher.SEAL_BYTES;
    var content = held.readNBytes(length);
    if (content.length != length) {
      throw new EOFException("the spool is shorter than what was put in");
    }
    return content;
  }

  private static Part part(ResultSet row) throws SQLException {
    return new Part(
        row.getInt("number"),
        PartRole.valueOf(row.getString("role")),
        row.getString("name"),
        row.getString("media_type"),
        row.getLong("size"),
        HexFormat.of().formatHex(row.getBytes("sha256")));
  }
}
