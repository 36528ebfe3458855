package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.profile.ValidationProfiles;
import de.amtsbote.xoev.schematron.Rules;
import de.amtsbote.xoev.schematron.TreeRoom;
import de.amtsbote.xoev.validation.Limits;
import de.amtsbote.xoev.validation.ValidationOptions;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that never end: not checkable, in bounded time, and out of service meanwhile. */
class EndlessRulesTest {

  /** Long enough to be endless for a test, and over some time after it. */
  private static final String MINUTES =
      "count(for $n in string-length(name()) return (1 to 20000000)[. mod 7 = 8 + $n]) = 0";

  private static final Tuple TOO_LATE = tuple(FindingCode.RULES_FAILED.code(), "time");

  @TempDir Path work;
  @TempDir Path standards;

  @Test
  void endlessRule_isStoppedAndNotStartedAgainWhileItRuns() throws IOException {
    Xoev xoev = installed(asserting(MINUTES));
    xoev.prepare();
    var before = Thread.getAllStackTraces().keySet();
    var options = ValidationOptions.ALL.within(Limits.DEFAULT.withTime(Duration.ofSeconds(1)));
    Content message = Content.of(Demo.message().getBytes());

    assertThat(xoev.validate(message, options).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(xoev.lateRules()).containsExactly("xdemo-1.0/schematron/rules.sch");
    var again = xoev.validate(message, ValidationOptions.ALL);

    assertThat(again.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(again.findings()).extracting("code", "found").containsExactly(TOO_LATE);
    assertThat(runsSince(before)).hasSize(1);
  }

  @Test
  void endlessRule_isTriedAgainAfterItsPauseAndNeverRunsMoreThanTwice() throws IOException {
    var standard = installed(asserting(MINUTES)).catalog().get(XDemo.NAME, "1.0");
    var rules = new Rules(standard, Duration.ZERO);
    rules.compile();
    var before = Thread.getAllStackTraces().keySet();

    for (int message = 1; message <= 4; message++) {
      assertThat(run(rules, Duration.ofMillis(600)).checkable()).isFalse();
      assertThat(runsSince(before)).hasSize(Math.min(message, 2));
    }
  }

  /** All of them come while nobody knows yet that the rule has no end. */
  @Test
  void firstMessagesAtOnce_startAnEndlessRuleOnce() throws Exception {
    Xoev xoev = installed(asserting(MINUTES));
    xoev.prepare();
    var before = Thread.getAllStackTraces().keySet();
    var options = ValidationOptions.ALL.within(Limits.DEFAULT.withTime(Duration.ofSeconds(1)));
    Content message = Content.of(Demo.message().getBytes());
    Callable<ValidationReport> validation = () -> xoev.validate(message, options);
    var portals = Executors.newFixedThreadPool(8);
    try {
      var together = portals.invokeAll(Collections.nCopies(8, validation), 30, TimeUnit.SECONDS);

      for (var one : together) {
        assertThat(one.get().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(one.get().findings()).extracting("code", "found").containsExactly(TOO_LATE);
      }
      assertThat(runsSince(before)).hasSize(1);
    } finally {
      portals.shutdown();
    }
  }

  @Test
  void ruleThatWasSlowOnce_isInServiceAgainWhenItsRunHasEnded() throws Exception {
    String slow =
        "count(for $n in string-length(name()) return (1 to 8000000)[. mod 7 = 8 + $n]) = 0";
    Xoev xoev = installed(asserting(slow));
    xoev.prepare();
    Content message = Content.of(Demo.message().getBytes());
    xoev.validate(message, ValidationOptions.ALL.withLevels(Level.parse("safe,xsd")));
    var before = Thread.getAllStackTraces().keySet();
    var options = ValidationOptions.ALL.within(Limits.DEFAULT.withTime(Duration.ofMillis(400)));
    assertThat(xoev.validate(message, options).verdict()).isEqualTo(Verdict.UNKNOWN);

    List<Thread> late = runsSince(before);
    assertThat(late).hasSize(1);
    late.get(0).join(Duration.ofSeconds(60).toMillis());

    assertThat(xoev.lateRules()).isEmpty();
    assertThat(xoev.validate(message, ValidationOptions.ALL).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void timeForCompiling_isNotTheMessages() throws IOException {
    var rules = new StringBuilder("<sch:pattern>");
    for (int i = 0; i < 1_500; i++) {
      rules.append("<sch:rule context='/*:none").append(i).append("'><sch:assert id='r");
      rules.append(i).append("' test='*:a = *:b'>x</sch:assert></sch:rule>");
    }
    Packages files = Packages.xdemo().withRule(rules.append("</sch:pattern>").toString());
    var standard = installed(files).catalog().get(XDemo.NAME, "1.0");
    long start = System.nanoTime();
    new Rules(standard).compile();
    var half = Duration.ofNanos((System.nanoTime() - start) / 2);

    assertThat(run(new Rules(standard), half)).isEqualTo(Rules.Outcome.CLEAN);
  }

  @Test
  void endlessRecursion_isNotCheckable() throws IOException {
    Packages files =
        Packages.xdemo()
            .withRule(
                "<xsl:function name='f:f' xmlns:f='urn:f'><xsl:param name='n'/><xsl:sequence"
                    + " select='1 + f:f($n + 1)'/></xsl:function><sch:ns prefix='f'"
                    + " uri='urn:f'/><sch:pattern><sch:rule context='/*'><sch:assert id='r1'"
                    + " test='f:f(1) = 1'>x</sch:assert></sch:rule></sch:pattern>");

    assertThat(validate(files).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  private static Rules.Outcome run(Rules rules, Duration time) throws IOException {
    Content message = Content.of(Demo.message().getBytes());
    var profile = ValidationProfiles.NONE.of(XDemo.NAME, "1.0", "");
    var share = TreeRoom.ofTheHeap().take(1, Duration.ofSeconds(60)).orElseThrow();
    try {
      return rules.run(message, "wohnsitz.ummeldung.antrag.0100", profile, 10, time, share);
    } finally {
      share.release();
    }
  }

  private static List<Thread> runsSince(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(it -> it.getName().startsWith("rules-schematron") && !before.contains(it))
        .toList();
  }

  private static Packages asserting(String test) {
    String escaped = test.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    return Packages.xdemo()
        .withRule(
            "<sch:pattern><sch:rule context='/*'><sch:assert id='r1' test=\""
                + escaped
                + "\">Regel</sch:assert></sch:rule></sch:pattern>");
  }

  private ValidationReport validate(Packages files) throws IOException {
    return installed(files).validate(Content.of(Demo.message().getBytes()), ValidationOptions.ALL);
  }

  private Xoev installed(Packages files) throws IOException {
    new StandardInstaller(standards).install(files.zip(work), InstallOptions.DEFAULT);
    return Xoev.open(standards, Demo.CLOCK);
  }
}
