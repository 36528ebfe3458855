package de.amtsbote.gateway.delivery.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.delivery.HandoverPart;
import de.amtsbote.gateway.delivery.Handovers;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FileDropTest {

  private static final String ID = "d-1";

  private static final TestClock CLOCK = new TestClock(Instant.parse("2000-01-01T12:00:00Z"));

  @TempDir private Path folder;
  private FileDrop drop;

  @BeforeEach
  void makeDrop() {
    drop = drop(folder);
  }

  @Test
  void payload_arrivesBitIdentical() throws IOException {
    drop.handOver(Handovers.of(ID));

    assertThat(folder.resolve("d-1/payload.xml")).hasContent(Handovers.PAYLOAD);
  }

  @Test
  void attachment_arrivesBitIdentical() throws IOException {
    drop.handOver(Handovers.of(ID, Handovers.part("plan.pdf", "application/pdf", Handovers.PDF)));

    assertThat(folder.resolve("d-1/plan.pdf")).hasBinaryContent(Handovers.PDF);
  }

  @Test
  void metadata_namesIdsFilesAndDigests() throws IOException {
    drop.handOver(Handovers.of(ID, Handovers.part("plan.pdf", "application/pdf", Handovers.PDF)));

    var json = JsonMapper.builder().build().readTree(folder.resolve("d-1/delivery.json").toFile());
    assertThat(json.at("/deliveryId").asString()).isEqualTo(ID);
    assertThat(json.at("/standard").asString()).isEqualTo("xdemo");
    assertThat(json.at("/payload/file").asString()).isEqualTo("payload.xml");
    assertThat(json.at("/attachments/0/sha256").asString())
        .isEqualTo(Handovers.sha256(Handovers.PDF));
  }

  @Test
  void metadata_tellsATestAndHowLongItIsOfUse() throws IOException {
    drop.handOver(Handovers.test(ID));

    var json = JsonMapper.builder().build().readTree(folder.resolve("d-1/delivery.json").toFile());
    assertThat(json.at("/test").asString()).isEqualTo("true");
    assertThat(json.at("/obsoleteAfter").asString()).isEqualTo("2099-12-31");
  }

  @Test
  void repeat_makesNoSecondCopy() throws IOException {
    drop.handOver(Handovers.of(ID));

    drop.handOver(Handovers.of(ID));

    assertThat(dropped()).containsExactly("d-1");
  }

  @Test
  void repeat_afterTheProcedureTookTheFolderAway_dropsNothing() throws IOException {
    drop.handOver(Handovers.of(ID));
    takeAway(folder.resolve("d-1"));

    drop.handOver(Handovers.of(ID));

    assertThat(dropped()).isEmpty();
  }

  @Test
  void repeat_afterTheDeliveryIsSettled_dropsNothing() throws IOException {
    drop.handOver(Handovers.of(ID));
    drop.settled(ID);
    takeAway(folder.resolve("d-1"));

    drop.handOver(Handovers.of(ID));

    assertThat(dropped()).isEmpty();
  }

  @Test
  void workshop_isSweptOfWhatIsOlderThanADay() throws IOException {
    drop.handOver(Handovers.of("d-old"));
    drop.handOver(Handovers.of("d-young"));
    Files.createDirectories(folder.resolve(".amtsbote/d-2.0/message"));
    Files.writeString(folder.resolve(".amtsbote/d-2.0/message/payload.xml"), "<antr");
    touch("d-old.whole", Duration.ofHours(25));
    touch("d-2.0", Duration.ofHours(25));
    touch("d-young.whole", Duration.ofHours(23));

    drop.settled("d-young");

    assertThat(files(folder.resolve(".amtsbote"))).containsExactly("d-young.whole");
    assertThat(dropped()).containsExactly("d-old", "d-young");
  }

  /** What was made but is not known to be done, as when the database was away at the end. */
  @Test
  void markOfAHandoverThatIsNotDone_staysHoweverOldItIs() throws IOException {
    drop.handOver(Handovers.of("d-open"));
    takeAway(folder.resolve("d-open"));
    touch("d-open.whole", Duration.ofHours(25));
    var other =
        new FileDrop(
            "archiv", () -> new LocalPlace(folder), false, CLOCK, it -> it.equals("d-open"));

    other.settled("d-other");
    other.handOver(Handovers.of("d-open"));

    assertThat(dropped()).isEmpty();
  }

  private void touch(String name, Duration age) throws IOException {
    Files.setLastModifiedTime(
        folder.resolve(".amtsbote").resolve(name), FileTime.from(CLOCK.instant().minus(age)));
  }

  @Test
  void crashWhileWriting_isMadeGoodByTheNextAttempt() throws IOException {
    var growing = Files.createDirectories(folder.resolve(".amtsbote/d-1.0/message"));
    Files.writeString(growing.resolve("payload.xml"), "<antr");

    drop.handOver(Handovers.of(ID));

    assertThat(folder.resolve("d-1/payload.xml")).hasContent(Handovers.PAYLOAD);
  }

  @Test
  void crashBeforeTheRename_isMadeGoodByTheNextAttempt() throws IOException {
    drop.handOver(Handovers.of(ID));
    Files.move(folder.resolve("d-1"), folder.resolve(".amtsbote/d-1.whole/message"));

    drop.handOver(Handovers.of(ID));

    assertThat(dropped()).containsExactly("d-1");
  }

  @Test
  void contentThatChangedOnItsWay_isNotDropped() throws IOException {
    var part =
        new HandoverPart(
            "plan.pdf",
            "application/pdf",
            1,
            Handovers.sha256(Handovers.PDF),
            () -> new ByteArrayInputStream(new byte[] {1}));

    assertThatThrownBy(() -> drop.handOver(Handovers.of(ID, part)))
        .isInstanceOfSatisfying(
            GatewayException.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.PART_DAMAGED));
    assertThat(dropped()).isEmpty();
  }

  @Test
  void nameWithPath_staysInItsFolder() throws IOException {
    drop.handOver(
        Handovers.of(ID, Handovers.part("../../etc/pass\\wd", "text/plain", Handovers.PDF)));

    assertThat(folder.resolve("d-1/wd")).hasBinaryContent(Handovers.PDF);
  }

  @Test
  void namesThatAreEqual_areToldApart() throws IOException {
    drop.handOver(
        Handovers.of(
            ID,
            Handovers.part("Plan.pdf", "application/pdf", Handovers.PDF),
            Handovers.part("plan.pdf", "application/pdf", new byte[] {1}),
            Handovers.part("delivery.json", "application/json", new byte[] {2})));

    assertThat(files(folder.resolve("d-1")))
        .containsExactlyInAnyOrder(
            "payload.xml", "delivery.json", "Plan.pdf", "2-plan.pdf", "3-delivery.json");
  }

  @Test
  void folderThatCannotBeWritten_mayGetBetter() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "x");

    assertThatThrownBy(() -> drop(file).handOver(Handovers.of(ID)))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.DELIVERY_UNAVAILABLE));
  }

  private static FileDrop drop(Path folder) {
    return new FileDrop("archiv", () -> new LocalPlace(folder), false, CLOCK, it -> false);
  }

  private List<String> dropped() throws IOException {
    return files(folder).stream().filter(it -> !it.startsWith(".")).toList();
  }

  private static List<String> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  private static void takeAway(Path folder) throws IOException {
    for (var file : files(folder)) {
      Files.delete(folder.resolve(file));
    }
    Files.delete(folder);
  }
}
