package de.amtsbote.gateway.message.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.gateway.message.MessageId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** No kind of id is looked for in a whole table. */
class AnyIdPlanTest {

  private static final String ID = UUID.randomUUID().toString();

  @Test
  void allMessages_areFoundAlongIndexes() throws Exception {
    assertThat(plan(null, null)).isNotEmpty().noneMatch(it -> it.contains("Seq Scan"));
  }

  @Test
  void messagesOfAnAccount_areFoundAlongIndexes() throws Exception {
    var before = new MessageId(UUID.fromString(ID));

    assertThat(plan("portal", before)).isNotEmpty().noneMatch(it -> it.contains("Seq Scan"));
  }

  /** What PostgreSQL would do; where no index helps, only a scan of the table is left to it. */
  private static List<String> plan(String account, MessageId before) throws SQLException {
    try (var connection = TestDatabase.fresh().getConnection()) {
      var explained = new Explained(new SingleConnectionDataSource(connection, true));
      explained.execute("set enable_seqscan = off");
      new CorrelationStore(explained).find("stadt", account, ID, before, 51);
      return explained.plan;
    }
  }

  private static final class Explained extends JdbcTemplate {

    private final List<String> plan = new ArrayList<>();

    Explained(SingleConnectionDataSource source) {
      super(source);
    }

    @Override
    public <T> List<T> query(String sql, RowMapper<T> mapper, Object... arguments) {
      plan.addAll(super.query("explain " + sql, (row, index) -> row.getString(1), arguments));
      return List.of();
    }
  }
}
