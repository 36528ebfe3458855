package de.amtsbote.gateway.intermediary;

import de.amtsbote.osci.mailbox.ChunkStore;
import de.amtsbote.osci.mailbox.MailboxStoreException;
import de.amtsbote.osci.mailbox.PartSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps chunks in PostgreSQL; any number of nodes may share it. */
final class PostgresChunkStore implements ChunkStore {

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  PostgresChunkStore(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  private record Chunk(long number, long length) {}

  @Override
  public boolean put(String transfer, long number, PartSource chunk, Instant at) {
    return inTransaction(
        () -> {
          var inserted =
              jdbc.update(
                  """
                  insert into osci_chunk (transfer, number, length, stored_at) values (?, ?, ?, ?)
                  on conflict do nothing""",
                  transfer,
                  number,
                  chunk.length(),
                  PostgresInstant.of(at));
          if (inserted == 1) {
            write(transfer, number, chunk);
          }
          return inserted == 1;
        });
  }

  private void write(String transfer, long number, PartSource chunk) {
    try (var in = chunk.open()) {
      var length =
          Pieces.write(
              in,
              (piece, octets) ->
                  jdbc.update(
                      """
                      insert into osci_chunk_piece (transfer, number, piece, content)
                      values (?, ?, ?, ?)""",
                      transfer,
                      number,
                      piece,
                      octets));
      if (length != chunk.length()) {
        throw new MailboxStoreException("chunk is shorter or longer than it says");
      }
    } catch (IOException e) {
      throw new MailboxStoreException("chunk cannot be read", e);
    }
  }

  @Override
  public List<Long> numbers(String transfer) {
    return chunks(transfer).stream().map(Chunk::number).toList();
  }

  @Override
  public long size(String transfer) {
    return chunks(transfer).stream().mapToLong(Chunk::length).sum();
  }

  @Override
  public InputStream open(String transfer, long offset, long count) {
    var streams = new ArrayList<InputStream>();
    var begin = 0L;
    for (var chunk : chunks(transfer)) {
      var from = Math.max(offset, begin);
      var to = Math.min(offset + count, begin + chunk.length());
      if (from < to) {
        streams.add(
            Pieces.read(piece -> piece(transfer, chunk.number(), piece), from - begin, to - from));
      }
      begin += chunk.length();
    }
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  private byte[] piece(String transfer, long number, int piece) throws IOException {
    try {
      return jdbc
          .query(
              """
              select content from osci_chunk_piece
              where transfer = ? and number = ? and piece = ?""",
              (row, i) -> row.getBytes("content"),
              transfer,
              number,
              piece)
          .stream()
          .findFirst()
          .orElse(null);
    } catch (DataAccessException e) {
      throw new IOException("a chunk cannot be read", e);
    }
  }

  @Override
  public long held(String beginning) {
    var octets =
        inTransaction(
            () ->
                jdbc.queryForObject(
                    "select coalesce(sum(length), 0) from osci_chunk where starts_with(transfer, ?)",
                    Long.class,
                    beginning));
    return octets == null ? 0 : octets;
  }

  @Override
  public void remove(String transfer) {
    inTransaction(() -> jdbc.update("delete from osci_chunk where transfer = ?", transfer));
  }

  @Override
  public void purge(Instant before) {
    inTransaction(
        () ->
            jdbc.update(
                """
                delete from osci_chunk where transfer in
                  (select transfer from osci_chunk group by transfer having max(stored_at) < ?)""",
                PostgresInstant.of(before)));
  }

  private List<Chunk> chunks(String transfer) {
    return inTransaction(
        () ->
            jdbc.query(
                "select number, length from osci_chunk where transfer = ? order by number",
                (row, i) -> new Chunk(row.getLong("number"), row.getLong("length")),
                transfer));
  }

  private <T> T inTransaction(Supplier<T> work) {
    try {
      return transaction.execute(status -> work.get());
    } catch (DataAccessException | TransactionException e) {
      throw new MailboxStoreException("the database did not do it", e);
    }
  }
}
