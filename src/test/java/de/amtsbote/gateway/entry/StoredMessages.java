package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.message.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks whether a refusal left anything behind. */
@Component
public class StoredMessages {

  private static final List<String> TABLES =
      List.of("message", "part", "part_chunk", "timeline", "idempotency", "scheduled_tasks");

  private final JdbcTemplate jdbc;
  private final Path spool;

  StoredMessages(JdbcTemplate jdbc, @Value("${amtsbote.data}") Path data) {
    this.jdbc = jdbc;
    this.spool = data.resolve("spool");
  }

  /** The submission is refused with this code, and neither a row nor a file is left of it. */
  public void assertRefused(ErrorCode code, Call call) throws Exception {
    var before = counts();

    Refusal.assertProblem(call.run(), code);

    assertThat(counts()).isEqualTo(before);
    assertNoFile();
  }

  public List<Integer> counts() {
    return TABLES.stream()
        .map(table -> jdbc.queryForObject("select count(*) from " + table, Integer.class))
        .toList();
  }

  public void assertNoFile() throws IOException {
    if (Files.exists(spool)) {
      try (var files = Files.list(spool)) {
        assertThat(files).isEmpty();
      }
    }
  }

  @FunctionalInterface
  public interface Call {
    Portal.Answer run() throws Exception;
  }
}
