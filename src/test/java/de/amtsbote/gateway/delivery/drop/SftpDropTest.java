package de.amtsbote.gateway.delivery.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.delivery.DeliverySettings;
import de.amtsbote.gateway.delivery.DeliveryTestSettings;
import de.amtsbote.gateway.delivery.Handovers;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol in two steps on a real SFTP server. */
class SftpDropTest {

  private static final String ID = "0192f0c1-0000-4000-8000-000000000001";

  private static final TestClock CLOCK = new TestClock(Instant.parse("2000-01-01T12:00:00Z"));

  @TempDir private Path folder;
  private SftpServer server;
  private Path inbox;

  @BeforeEach
  void start() throws IOException {
    server = new SftpServer(folder.resolve("server"));
    inbox = Files.createDirectories(server.root.resolve("eingang"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void message_arrivesWholeAndReady() throws IOException {
    drop(byKey())
        .handOver(
            Handovers.of(ID, Handovers.part("plan.pdf", "application/pdf", new byte[300_000])));

    assertThat(seen()).containsExactly(ID, ID + ".ready");
    assertThat(inbox.resolve(ID + "/payload.xml")).hasContent(Handovers.PAYLOAD);
    assertThat(inbox.resolve(ID + "/plan.pdf")).hasBinaryContent(new byte[300_000]);
    assertThat(inbox.resolve(ID + "/delivery.json")).content().contains(ID);
  }

  @Test
  void password_letsUsInToo() throws IOException {
    drop(byPassword(SftpServer.PASSWORD)).handOver(Handovers.of(ID));

    assertThat(seen()).containsExactly(ID, ID + ".ready");
  }

  @Test
  void sameDeliveryTwice_arrivesOnce() throws IOException {
    drop(byKey()).handOver(Handovers.of(ID));
    new LocalPlace(inbox).deleteFolder(ID);
    Files.delete(inbox.resolve(ID + ".ready"));

    drop(byKey()).handOver(Handovers.of(ID));

    assertThat(seen()).isEmpty();
  }

  /** The rename is done and its answer is lost. */
  @ParameterizedTest
  @ValueSource(strings = {ID, ID + ".ready"})
  void lineThatIsCutAfterARename_bringsNothingTwice(String name) throws IOException {
    server.cutsTheLineAfterRenameTo(name);
    assertUnavailable(drop(byKey()), "");
    var wasReady = Files.exists(inbox.resolve(ID + ".ready"));
    Files.deleteIfExists(inbox.resolve(ID + ".ready"));

    drop(byKey()).handOver(Handovers.of(ID));

    assertThat(Files.exists(inbox.resolve(ID + ".ready"))).isNotEqualTo(wasReady);
    assertThat(inbox.resolve(ID + "/payload.xml")).hasContent(Handovers.PAYLOAD);
  }

  @Test
  void marksOfYesterday_areSweptAway() throws IOException {
    drop(byKey()).handOver(Handovers.of(ID));
    var workshop = inbox.resolve(".amtsbote");
    Files.setLastModifiedTime(
        workshop.resolve(ID + ".whole"), FileTime.from(CLOCK.instant().minus(Duration.ofDays(2))));

    drop(byKey()).settled(ID);

    assertThat(workshop).isEmptyDirectory();
    assertThat(inbox.resolve(ID + "/payload.xml")).hasContent(Handovers.PAYLOAD);
  }

  @Test
  void answers_areListedReadAndDeleted() throws IOException {
    drop(byKey()).handOver(Handovers.of(ID));
    Files.writeString(inbox.resolve(ID + ".rejected"), "Not ours.");

    try (var place = new SftpPlaces(byKey()).open()) {
      assertThat(place.list().stream().flatMap(it -> AnswerFile.of(it).stream()))
          .singleElement()
          .satisfies(it -> assertThat(it.item().size()).isEqualTo(9));
      assertThat(place.read(ID + ".rejected", 3)).asString().isEqualTo("Not");
      place.deleteFolder(ID);
      place.delete(ID + ".rejected");
      place.delete(ID + ".rejected");
    }

    assertThat(seen()).containsExactly(ID + ".ready");
  }

  @Test
  void serverWithAnotherKey_getsNothing() throws IOException {
    var settings = settings("login.key-file", SftpServer.key(folder));
    server.wrongKnownHosts(folder);

    assertUnavailable(drop(settings), "known hosts");
    assertThat(seen()).isEmpty();
  }

  @Test
  void serverThatNobodyKnows_getsNothing() throws IOException {
    var settings = settings("login.key-file", SftpServer.key(folder));
    Files.writeString(folder.resolve("known_hosts"), "");

    assertUnavailable(drop(settings), "known hosts");
    assertThat(Files.readString(folder.resolve("known_hosts"))).isEmpty();
  }

  @Test
  void keyThatTheServerDoesNotKnow_isNotLetIn() throws IOException {
    assertUnavailable(
        drop(settings("login.key-file", SftpServer.wrongKey(folder))), "does not accept our login");
  }

  @Test
  void wrongPassword_isNotLetIn() throws IOException {
    assertUnavailable(drop(byPassword("wrong")), "does not accept our login");
  }

  @Test
  void fullServer_getsItLater() throws IOException {
    server.isFull(true);
    assertUnavailable(drop(byKey()), "");
    assertThat(seen()).isEmpty();

    server.isFull(false);
    drop(byKey()).handOver(Handovers.of(ID));

    assertThat(seen()).containsExactly(ID, ID + ".ready");
  }

  @Test
  void slowServer_isNotWaitedForForEver() throws IOException {
    server.isSlow();

    assertUnavailable(drop(byKey()), "");
    assertThat(seen()).isEmpty();
  }

  @Test
  void serverThatIsDown_mayComeBack() throws IOException {
    var settings = byKey();
    server.close();

    assertUnavailable(drop(settings), "cannot be reached");
  }

  @Test
  void folderThatIsNotThere_isSaid() throws IOException {
    Files.delete(inbox);

    assertUnavailable(drop(byKey()), "NO_SUCH_FILE");
    assertThatThrownBy(() -> drop(byKey()).probe()).isInstanceOf(GatewayException.class);
  }

  @Test
  void probe_leavesNothingBehind() throws IOException {
    drop(byKey()).probe();

    assertThat(inbox.resolve(".amtsbote")).isEmptyDirectory();
  }

  private void assertUnavailable(FileDrop drop, String why) {
    assertThatThrownBy(() -> drop.handOver(Handovers.of(ID)))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> {
              assertThat(it.code()).isEqualTo(ErrorCode.DELIVERY_UNAVAILABLE);
              assertThat(it.details()).contains(why);
            });
  }

  private static FileDrop drop(DeliverySettings settings) {
    return new FileDrop("amt", new SftpPlaces(settings), true, CLOCK, it -> false);
  }

  private DeliverySettings byKey() throws IOException {
    return settings("login.key-file", SftpServer.key(folder));
  }

  private DeliverySettings byPassword(String password) throws IOException {
    return settings(
        "login.password-file", Files.writeString(folder.resolve("password"), password + "\n"));
  }

  private DeliverySettings settings(String way, Path file) throws IOException {
    return DeliveryTestSettings.of(
        "kind",
        "sftp",
        "url",
        "sftp://127.0.0.1:" + server.port(),
        "folder",
        "eingang",
        "connect-timeout",
        "5s",
        "answer-timeout",
        "2s",
        "login.user",
        SftpServer.USER,
        "login.known-hosts",
        server.knownHosts(folder),
        way,
        file);
  }

  private List<String> seen() throws IOException {
    try (var files = Files.list(inbox)) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> !it.startsWith("."))
          .sorted()
          .toList();
    }
  }
}
