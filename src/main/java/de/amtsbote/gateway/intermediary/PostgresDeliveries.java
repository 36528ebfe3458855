package de.amtsbote.gateway.intermediary;

import de.amtsbote.osci.mailbox.MailboxStoreException;
import de.amtsbote.osci.mailbox.MailboxUsage;
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

  private final JdbcTemplate jdbc;

  PostgresDeliveries(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void insert(NewDelivery delivery) {
    jdbc.update(
        "insert into osci_delivery (message_id, fetchable, header, size) values (?, ?, ?, ?)",
        delivery.messageId(),
        delivery.fetchable(),
        delivery.header(),
        delivery.parts().stream().mapToLong(PartSource::length).sum());
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
      var length =
          Pieces.write(
              in,
              (piece, octets) ->
                  jdbc.update(
                      """
                      insert into osci_delivery_chunk (message_id, part_number, number, content)
                      values (?, ?, ?, ?)""",
                      messageId,
                      number,
                      piece,
                      octets));
      if (length != part.length()) {
        throw new MailboxStoreException(
            "part %s has %d octets instead of %d".formatted(part.name(), length, part.length()));
      }
    } catch (IOException e) {
      throw new MailboxStoreException("part " + part.name() + " cannot be read", e);
    }
  }

  /** The delivery of a card, if it can be fetched. */
  Optional<StoredDelivery> findFetchable(ProcessCardEntry card) {
    return find(card, " and fetchable");
  }

  /** The delivery of a card, if it is still kept. */
  Optional<StoredDelivery> find(ProcessCardEntry card) {
    return find(card, "");
  }

  private Optional<StoredDelivery> find(ProcessCardEntry card, String condition) {
    return jdbc
        .query(
            "select header from osci_delivery where message_id = ?" + condition,
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

  int release(String messageId) {
    return jdbc.update("update osci_delivery set fetchable = true where message_id = ?", messageId);
  }

  MailboxUsage usage(String mailbox) {
    return jdbc.queryForObject(
        """
        select count(*) as deliveries, coalesce(sum(d.size), 0) as octets
        from osci_card card join osci_delivery d on d.message_id = card.message_id
        where card.mailbox = ?""",
        (row, i) -> new MailboxUsage(row.getLong("deliveries"), row.getLong("octets")),
        mailbox);
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
