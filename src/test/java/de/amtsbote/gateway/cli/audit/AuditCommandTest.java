package de.amtsbote.gateway.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageKit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class AuditCommandTest {

  private final StringWriter out = new StringWriter();

  @TempDir Path folder;
  MessageKit kit;
  MessageId first;

  @BeforeEach
  void twoMessages() throws IOException {
    var url = TestDatabase.freshUrl();
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    kit = new MessageKit(source, folder.resolve("spool"));
    first = kit.accept("<a/>").id();
    kit.accept("<b/>");
    Files.writeString(
        folder.resolve("application.yaml"),
        "spring.datasource.url: \"%s\"\namtsbote.data: %s\n".formatted(url, folder));
  }

  @Test
  void untouchedTimelines_hold() {
    assertThat(run("verify")).isZero();

    assertThat(out.toString()).contains("2 messages, 2 entries, 0 broken");
  }

  @Test
  void brokenTimeline_isNamedAndEndsWithOne() {
    kit.jdbc.update("delete from timeline where message_id = ?", first.value());

    assertThat(run("verify")).isEqualTo(1);

    assertThat(out.toString())
        .contains(
            "message %s, tenant stadt, entry 1: end cut off: it ends after 0 entries, 1 were"
                    .formatted(first)
                + " written",
            "1 broken");
  }

  @Test
  void oneMessage_canBeChecked() {
    assertThat(run("verify", "--message", first.toString(), "--since", "2026-11-23")).isZero();

    assertThat(out.toString()).contains("1 messages, 1 entries, 0 broken");
  }

  @Test
  void otherTenant_hasNothing() {
    run("verify", "--tenant", "kreis");

    assertThat(out.toString()).contains("0 messages");
  }

  private int run(String... arguments) {
    var all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--config";
    all[arguments.length + 1] = folder.resolve("application.yaml").toString();
    return AuditCommand.command().setOut(new PrintWriter(out, true)).execute(all);
  }
}
