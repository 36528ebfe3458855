package de.amtsbote.gateway.intermediary;

import de.amtsbote.osci.mailbox.MailboxStoreException;
import de.amtsbote.osci.mailbox.NewDelivery;
import de.amtsbote.osci.mailbox.PartSource;
import de.amtsbote.osci.mailbox.ProcessCardEntry;
import de.amtsbote.osci.mailbox.PurgeLimits;
import de.amtsbote.osci.mailbox.StoredDelivery;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Contents of deliveries, part by part in chunks, so that none is ever held whole. */
final class PostgresDeliveries {

  private static final int CHUNK = 512 * 1024;

  private final JdbcTemplate jdbc;

  PostgresDeliveries(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void insert(NewDelivery delivery) {
    jdbc.update(
        "insert into osci_delivery (message_id, fetchable, header) values (?, ?, ?)",
        delivery.messageId(),
        delivery.fetchable(),
        delivery.header());
    for (var number = 0; number < delivery.parts().size(); number++) {
      insert(delivery.messageId(), number, delivery.parts().get(number));
    }
  }

  private void insert(String messageId, int number, PartSource part) {
    jdbc.update(
        "insert into osci_delivery_part (message_id, number, name, length) values (?, ?, ?, ?)",
        messageId,
        number,
        part.name(),
        part.length());
    try (var in = part.open()) {
      var length = 0L;
      var chunk = in.readNBytes(CHUNK);
      for (var i = 0; chunk.length > 0; i++) {
        jdbc.update(
            "insert into osci_delivery_chunk (message_id, part_number, number, content) values (?, ?, ?, ?)",
            messageId,
            number,
            i,
            chunk);
        length += chunk.length;
        chunk = in.readNBytes(CHUNK);
      }
      if (length != part.length()) {
        throw new MailboxStoreException(
            "part %s has %d octets instead of %d".formatted(part.name(), length, part.length()));
      }
    } catch (IOException e) {
      throw new MailboxStoreException("part " + part.name() + " cannot be read", e);
    }
  }

  /** The delivery of a card, if it can be fetched. */
  Optional<StoredDelivery> find(ProcessCardEntry card) {
    return jdbc
        .query(
            "select header from osci_delivery where message_id = ? and fetchable",
            (row, i) -> row.getBytes("header"),
            card.messageId())
        .stream()
        .findFirst()
        .map(header -> new StoredDelivery(card, header, parts(card.messageId())));
  }

  private List<PartSource> parts(String messageId) {
    return jdbc.query(
        "select number, name, length from osci_delivery_part where message_id = ? order by number",
        (row, i) ->
            new PostgresPart(
                jdbc,
                messageId,
                row.getInt("number"),
                row.getString("name"),
                row.getLong("length")),
        messageId);
  }

  int purge(PurgeLimits limits) {
    return jdbc.update(
        """
        delete from osci_delivery d using osci_card card
        where card.message_id = d.message_id
          and (card.created_at < ? or card.received_at < ?)""",
        PostgresInstant.of(limits.storedBefore()),
        PostgresInstant.of(limits.receivedBefore()));
  }
}
