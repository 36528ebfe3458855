package de.amtsbote.gateway.intermediary;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.mailbox.MailboxStoreContract;
import de.amtsbote.osci.mailbox.NewDelivery;
import de.amtsbote.osci.mailbox.PartSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresMailboxStoreTest extends MailboxStoreContract {

  private static final String MAILBOX = "ab".repeat(32);
  private static HikariDataSource database;

  @BeforeAll
  static void openDatabase() {
    database = new HikariDataSource();
    database.setJdbcUrl(TestDatabase.freshUrl());
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @Override
  protected MailboxStore createStore() {
    var jdbc = new JdbcTemplate(database);
    jdbc.execute("truncate osci_message_id, osci_card, osci_delivery, osci_dialog cascade");
    return new PostgresMailboxStore(
        jdbc, new TransactionTemplate(new DataSourceTransactionManager(database)));
  }

  @Test
  void part_ofManyChunks_comesBackBitIdentical() throws Exception {
    var store = createStore();
    var part = new Noise(5 * 1024 * 1024 + 1);
    store.issue("id", T0);

    store.store(
        new NewDelivery(
            "id",
            MAILBOX,
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            T0,
            new byte[0],
            new byte[0],
            List.of(part)));

    var stored = store.delivery(Set.of(MAILBOX), "id").orElseThrow().parts().get(0);
    assertThat(digest(stored)).isEqualTo(digest(part));
  }

  private static byte[] digest(PartSource part) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    try (var in = part.open()) {
      digest.update(in.readAllBytes());
    }
    return digest.digest();
  }

  private record Noise(long length) implements PartSource {

    @Override
    public String name() {
      return "noise";
    }

    @Override
    public InputStream open() throws IOException {
      var octets = new byte[(int) length];
      new Random(42).nextBytes(octets);
      return new ByteArrayInputStream(octets);
    }
  }
}
