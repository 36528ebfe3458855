package de.amtsbote.gateway.intermediary;

import com.zaxxer.hikari.HikariDataSource;
import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.osci.mailbox.ChunkStore;
import de.amtsbote.osci.mailbox.ChunkStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresChunkStoreTest extends ChunkStoreContract {

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
  protected ChunkStore createStore() {
    var jdbc = new JdbcTemplate(database);
    jdbc.execute("truncate osci_chunk cascade");
    return new PostgresChunkStore(
        jdbc, new TransactionTemplate(new DataSourceTransactionManager(database)));
  }
}
