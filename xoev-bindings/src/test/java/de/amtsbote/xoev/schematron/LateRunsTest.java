package de.amtsbote.xoev.schematron;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.profile.ValidationProfiles;
import de.amtsbote.xoev.standard.OnceCompiled;
import de.amtsbote.xoev.standard.RuleFile;
import de.amtsbote.xoev.validation.Limits;
import de.amtsbote.xoev.validation.ValidationOptions;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs of rules that nobody waits for any more, and messages that find no room for theirs. */
@Timeout(90)
class LateRunsTest {

  private static final String ROOT = "wohnsitz.ummeldung.antrag.0100";
  private static final String SLOW =
      "count(for $n in string-length(name()) return (1 to 20000000)[. mod 7 = 8 + $n]) = 0";

  /** As good as no waiting. */
  private static final long NOW = 1_000_000;

  @TempDir Path work;
  @TempDir Path standards;

  @Test
  void lateRun_holdsTheRoomOfItsMessageUntilItEnds() throws IOException {
    Xoev xoev = installed();
    var rules = new Rules(xoev.catalog().get(XDemo.NAME, "1.0"));
    rules.compile();
    var room = new TreeRoom(1);
    var share = room.take(1, Duration.ZERO).orElseThrow();

    var outcome =
        rules.run(
            message(),
            ROOT,
            ValidationProfiles.NONE.of(XDemo.NAME, "1.0", ""),
            10,
            Duration.ofSeconds(1),
            share);
    share.release();

    assertThat(outcome.checkable()).isFalse();
    assertThat(room.take(1, Duration.ZERO)).isEmpty();
    assertThat(room.take(1, Duration.ofSeconds(60))).isPresent();
  }

  @Test
  void messageThatFindsNoRoom_isNotCheckedYet() throws IOException {
    Xoev xoev = installed();
    xoev.prepare();
    var taken = new ArrayList<TreeRoom.Share>();
    Optional<TreeRoom.Share> next = TreeRoom.ofTheHeap().take(1, Duration.ZERO);
    while (next.isPresent()) {
      taken.add(next.get());
      next = TreeRoom.ofTheHeap().take(1, Duration.ZERO);
    }
    try {
      var limits = Limits.DEFAULT.withTime(Duration.ofSeconds(2));
      var report = xoev.validate(message(), ValidationOptions.ALL.within(limits));

      assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
      assertThat(report.findings()).extracting("code").containsExactly(FindingCode.ROOM.code());
    } finally {
      taken.forEach(TreeRoom.Share::release);
    }
  }

  @Test
  void oneMessageOnly_triesAgainAfterEachPause() throws InterruptedException {
    var set = set(Duration.ofSeconds(1));
    var end = new CountDownLatch(1);
    var late = new Thread(() -> await(end));
    late.start();
    try {
      set.start(NOW);
      set.ranOutOfTime(late);
      assertThat(set.start(NOW)).isFalse();
      while (!set.start(NOW)) {
        Thread.onSpinWait();
      }

      assertThat(set.start(NOW)).isFalse();
    } finally {
      end.countDown();
    }
  }

  @Test
  void newRuleFile_runsForOneMessageAtATime() throws InterruptedException {
    var set = set(Duration.ofMinutes(5));

    assertThat(set.start(NOW)).isTrue();
    assertThat(set.start(NOW)).isFalse();
  }

  @Test
  void ruleFileWhoseRunsEnded_runsForAsManyMessagesAsThereAreProcessors()
      throws InterruptedException {
    var set = set(Duration.ofMinutes(5));
    int processors = Runtime.getRuntime().availableProcessors();
    for (int run = 0; run < 2 * processors; run++) {
      set.start(NOW);
      set.ended();
    }

    for (int run = 0; run < processors; run++) {
      assertThat(set.start(NOW)).isTrue();
    }
    assertThat(set.start(NOW)).isFalse();
  }

  private static RuleSet set(Duration pause) {
    var file = new RuleFile("a.sch", ".*", false, Map.of());
    return new RuleSet(file, new OnceCompiled<>(List.of(), () -> null), pause);
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Content message() {
    return Content.of(Demo.message().getBytes());
  }

  private Xoev installed() throws IOException {
    Path zip =
        Packages.xdemo()
            .withRule(
                "<sch:pattern><sch:rule context='/*'><sch:assert id='r1' test='"
                    + SLOW
                    + "'>Regel</sch:assert></sch:rule></sch:pattern>")
            .zip(work);
    new StandardInstaller(standards).install(zip, InstallOptions.DEFAULT);
    return Xoev.open(standards, Demo.CLOCK);
  }
}
