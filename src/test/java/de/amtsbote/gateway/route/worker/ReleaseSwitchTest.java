package de.amtsbote.gateway.route.worker;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.route.xoev.Standards;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.standard.Validity;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two releases side by side: the day on which a message came in decides, without a restart. */
class ReleaseSwitchTest {

  private static final LocalDate SWITCH = LocalDate.of(2027, 5, 1);
  private static final int GRACE_DAYS = 14;

  /** The last second of 30 April in Germany. */
  private final TestClock clock = new TestClock(Instant.parse("2027-04-30T21:59:59Z"));

  @TempDir Path folder;
  private Xoev xoev;

  @BeforeEach
  void installBothReleases() throws IOException {
    xoev = Xoev.open(folder.resolve("standards"), clock);
    install("1.0", Optional.empty(), Optional.of(SWITCH.minusDays(1)));
    install("1.1", Optional.of(SWITCH), Optional.empty());
    xoev.reload();
  }

  @Test
  void beforeTheSwitch_onlyTheOldReleaseIsTaken() throws IOException {
    assertThat(dispatch("1.0")).isInstanceOf(Dispatch.Known.class);
    assertThat(dispatch("1.1"))
        .isInstanceOfSatisfying(
            Dispatch.VersionNotAvailable.class, it -> assertThat(it.outOfForce()).isTrue());
  }

  @Test
  void oneSecondLater_theNewReleaseIsTakenToo() throws IOException {
    clock.advance(Duration.ofSeconds(1));

    assertThat(dispatch("1.1")).isInstanceOf(Dispatch.Known.class);
    assertThat(dispatch("1.0")).as("late messages").isInstanceOf(Dispatch.Known.class);
  }

  @Test
  void afterTheDaysOfGrace_theOldReleaseIsOver() throws IOException {
    clock.advance(Duration.ofDays(GRACE_DAYS).plusSeconds(1));

    assertThat(dispatch("1.0"))
        .isInstanceOfSatisfying(
            Dispatch.VersionNotAvailable.class, it -> assertThat(it.outOfForce()).isTrue());
  }

  @Test
  void messageThatWaited_isJudgedByTheDayItCameIn() throws IOException {
    var early = message();
    clock.advance(Duration.ofDays(60));

    assertThat(xoev.dispatch(XDemo.sample("1.0", "0100/minimal.xml"), Standards.day(early)))
        .isInstanceOf(Dispatch.Known.class);
  }

  private Dispatch dispatch(String version) throws IOException {
    var sample = XDemo.sample(version, "0100/minimal.xml");
    return xoev.dispatch(sample, Standards.day(message()));
  }

  private Message message() {
    return new Message(
        new MessageId(UUID.randomUUID()),
        "stadt",
        new Entry(EntryKind.REST, "portal"),
        MessageState.RECEIVED,
        Traits.NONE,
        clock.instant(),
        clock.instant(),
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  private void install(String version, Optional<LocalDate> from, Optional<LocalDate> until)
      throws IOException {
    var zip = folder.resolve(version + ".zip");
    try (var out = Files.newOutputStream(zip)) {
      XDemo.writePackage(version, out);
    }
    var validity = new Validity(from, until, GRACE_DAYS);
    xoev.installer().install(zip, InstallOptions.DEFAULT.replacing().inForce(validity));
  }
}
