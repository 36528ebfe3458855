package de.amtsbote.gateway.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.rotation.KeyRotation;
import de.amtsbote.gateway.security.KeyFiles;
import de.amtsbote.gateway.security.KeyRingFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;

class KeysCommandTest {

  private final StringWriter out = new StringWriter();
  private final TestClock clock = new TestClock(MessageKit.NOON);
  private final String url = TestDatabase.freshUrl();

  @TempDir Path folder;

  @BeforeEach
  void configure() throws Exception {
    TestGateway.keyRing(folder);
    configure("payload-1");
  }

  @Test
  void list_tellsWhatEachKeyProtects() throws Exception {
    store("payload-1", 2);

    assertThat(run("list")).isZero();

    assertThat(out.toString()).containsPattern("(?m)^payload-1 +yes +yes +2 ");
  }

  @Test
  void list_namesAKeyThatTheRingLacks() throws Exception {
    store("lost", 1);

    run("list");

    assertThat(out.toString()).containsPattern("(?m)^lost +no +MISSING +1 ");
  }

  @Test
  void addedKey_isInTheRingAndTheFileKeepsItsRights() throws Exception {
    var file = folder.resolve("key-ring.p12");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThat(run("add", "payload-2")).isZero();

    assertThat(ring().keys()).containsOnlyKeys("payload-1", "payload-2");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
  }

  @Test
  void keyThatExists_isNeverOverwritten() {
    var before = ring().keys();

    assertThat(run("add", "payload-1")).isEqualTo(1);

    assertThat(ring().keys()).isEqualTo(before);
  }

  @Test
  void aliasOfAnotherForm_isRefused() {
    assertThat(run("add", "Schlüssel 2")).isEqualTo(1);
  }

  @Test
  void rewrap_saysWhatItDid() throws Exception {
    store("payload-1", 2);
    moveOn();

    assertThat(run("rewrap")).isZero();

    assertThat(out.toString()).contains("payload-1 -> payload-2: 2 wrapped anew, 0 failed, 0 left");
  }

  @Test
  void rewrapAgain_hasNothingToDo() throws Exception {
    store("payload-1", 2);
    moveOn();
    run("rewrap");

    assertThat(run("rewrap")).isZero();

    assertThat(out.toString()).contains("nothing to do");
  }

  @Test
  void currentKey_isNotRemoved() {
    assertThat(run("remove", "payload-1")).isEqualTo(1);

    assertThat(ring().keys()).containsKey("payload-1");
  }

  @Test
  void keyThatProtectsMessages_isNotRemoved() throws Exception {
    store("payload-1", 1);
    moveOn();
    clock.advance(Duration.ofDays(1));

    assertThat(run("remove", "payload-1")).isEqualTo(1);

    assertThat(ring().keys()).containsKey("payload-1");
  }

  @Test
  void keyThatANodeHadAMomentAgo_isNotRemoved() throws Exception {
    store("payload-1", 1);
    moveOn();
    run("rewrap");
    clock.advance(Duration.ofMinutes(28));

    assertThat(run("remove", "payload-1")).isEqualTo(1);
  }

  @Test
  void keyThatNobodyUses_isRemoved() throws Exception {
    store("payload-1", 1);
    moveOn();
    run("rewrap");
    clock.advance(Duration.ofMinutes(30));

    assertThat(run("remove", "payload-1")).isZero();

    assertThat(ring().keys()).containsOnlyKeys("payload-2");
  }

  /** A second key, which the configuration names from now on. */
  private void moveOn() throws Exception {
    assertThat(run("add", "payload-2")).isZero();
    clock.advance(Duration.ofMinutes(1));
    configure("payload-2");
  }

  private void store(String alias, int messages) throws Exception {
    new KeyRotation(source(), ring().wrapper("payload-1"), clock).announce();
    var kit = new MessageKit(source(), folder.resolve("spool"));
    var dataKey = new SecretKeySpec(new byte[32], "AES");
    var wrapped = ring().wrapper("payload-1").wrap(dataKey).bytes();
    for (var i = 0; i < messages; i++) {
      var id = kit.accept("<a/>").id();
      new JdbcTemplate(source())
          .update(
              "update message set key_id = ?, wrapped_key = ? where id = ?",
              alias,
              wrapped,
              id.value());
    }
  }

  private KeyRingFile ring() {
    return new KeyRingFile(
        folder.resolve("key-ring.p12"), folder.resolve("password"), new KeyFiles(false));
  }

  private DataSource source() {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    return source;
  }

  private void configure(String current) throws Exception {
    Files.writeString(
        folder.resolve("application.yaml"),
        """
        spring.datasource.url: "%s"
        amtsbote:
          key-ring:
            file: %s/key-ring.p12
            password-file: %s/password
            store-key: %s
        """
            .formatted(url, folder, folder, current));
  }

  private int run(String command, String... arguments) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(List.of(arguments));
    all.add("--config=" + folder.resolve("application.yaml"));
    CommandLine line = KeysCommand.command(clock);
    return line.setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(new StringWriter()))
        .execute(all.toArray(String[]::new));
  }
}
