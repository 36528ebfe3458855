package de.amtsbote.gateway.message.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.NodeName;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class GatesTest {

  private static final String BAUAMT = Gate.delivery("bauamt");
  private static final GateProperties SETTINGS =
      new GateProperties(
          3,
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          10,
          Duration.ofSeconds(1));

  static JdbcTemplate jdbc;
  final TestClock clock = new TestClock(Instant.parse("2026-11-23T12:00:00Z"));
  final AtomicInteger calls = new AtomicInteger();
  Gates node;
  Gates otherNode;
  PauseStore pauses;

  @BeforeAll
  static void database() {
    jdbc = new JdbcTemplate(TestDatabase.fresh());
  }

  @BeforeEach
  void open() {
    jdbc.update("delete from circuit");
    pauses = new PauseStore(jdbc, clock);
    node = gates("a");
    otherNode = gates("b");
  }

  @Test
  void failuresOneAfterTheOther_openTheCircuitForAllNodes() {
    fail(node, 2);
    fail(otherNode, 1);

    assertHeldBack(node);
    assertHeldBack(otherNode);
    assertThat(calls).hasValue(3);
    assertThat(circuit().isOpen()).isTrue();
    assertThat(circuit().lastCode()).isEqualTo("AB-5001");
  }

  @Test
  void successBetweenFailures_keepsTheCircuitClosed() {
    fail(node, 2);
    succeed(node);
    fail(node, 2);

    succeed(node);
    assertThat(circuit().isOpen()).isFalse();
  }

  @Test
  void answerToAQuestion_doesNotCloseTheCircuit() {
    fail(node, 3);
    clock.advance(Duration.ofSeconds(10));

    assertThat(node.ask(BAUAMT, () -> "known")).isEqualTo("known");
    assertThat(circuit().isOpen()).isTrue();
    fail(otherNode, 1);

    assertHeldBack(node);
    succeedLater(node);
  }

  @Test
  void answersBetweenFailures_doNotKeepTheCircuitClosed() {
    for (var number = 0; number < 3; number++) {
      assertThat(node.ask(BAUAMT, () -> "known")).isEqualTo("known");
      fail(node, 1);
    }

    assertThat(circuit().isOpen()).isTrue();
    assertThatThrownBy(() -> node.ask(BAUAMT, () -> "known")).isInstanceOf(HeldBackException.class);
  }

  @Test
  void questionsThatFail_openTheCircuit() {
    for (var number = 0; number < 3; number++) {
      assertThatThrownBy(
              () ->
                  node.ask(
                      BAUAMT,
                      () -> {
                        throw new GatewayException(ErrorCode.DELIVERY_UNAVAILABLE, "no");
                      }))
          .isInstanceOf(GatewayException.class);
    }

    assertHeldBack(otherNode);
  }

  @Test
  void otherDestination_goesOn() {
    fail(node, 3);

    assertThat(node.through(Gate.delivery("meldeamt"), () -> "done")).isEqualTo("done");
  }

  @Test
  void permanentRefusal_showsThatTheDestinationIsThere() {
    fail(node, 2);
    failWith(node, ErrorCode.DELIVERY_REFUSED);
    fail(node, 2);

    assertThat(circuit().isOpen()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorCode.class,
      names = {"INTERNAL", "DATABASE_UNAVAILABLE", "STORAGE_FULL", "SCANNER_UNAVAILABLE"})
  void failureOfTheGatewayItself_doesNotCount(ErrorCode ours) {
    for (var number = 0; number < 5; number++) {
      failWith(node, ours);
    }

    succeed(node);
  }

  @Test
  void openCircuit_letsOneProbeThroughAtATime() {
    fail(node, 3);
    clock.advance(Duration.ofSeconds(10));

    node.through(
        BAUAMT,
        () -> {
          assertHeldBack(otherNode);
          assertHeldBack(node);
          return "";
        });

    assertThat(circuit().isOpen()).isFalse();
    succeed(otherNode);
  }

  @Test
  void failedProbe_waitsLongerBeforeTheNext() {
    fail(node, 3);
    clock.advance(Duration.ofSeconds(10));
    fail(node, 1);

    clock.advance(Duration.ofSeconds(9));
    assertHeldBack(node);
    clock.advance(Duration.ofSeconds(11));
    succeed(otherNode);
  }

  @Test
  void pauseBetweenProbes_isLimited() {
    fail(node, 3);
    for (var probe = 0; probe < 30; probe++) {
      clock.advance(Duration.ofMinutes(1));
      fail(node, 1);
    }

    assertThat(circuit().probeAt()).isBefore(clock.instant().plus(Duration.ofSeconds(61)));
  }

  @Test
  void probeOfADeadNode_isTakenOverInTime() {
    fail(node, 3);
    clock.advance(Duration.ofSeconds(10));
    jdbc.update(
        "update circuit set probe_by = 'dead', probe_until = ?",
        java.sql.Timestamp.from(clock.instant().plus(Duration.ofMinutes(5))));
    assertHeldBack(node);

    clock.advance(Duration.ofMinutes(5));

    succeed(node);
    assertThat(circuit().isOpen()).isFalse();
  }

  @Test
  void probeThatFailedForAnotherReason_isGivenBack() {
    fail(node, 3);
    clock.advance(Duration.ofSeconds(10));
    failWith(node, ErrorCode.CERTIFICATE_REFUSED);

    succeed(otherNode);
  }

  @Test
  void pausedTarget_holdsBackTheTenantsMessagesOnly() {
    pauses.pause("stadt", Gate.route("ummeldung"), "move", "operator:meier");

    assertThatThrownBy(() -> otherNode.requireNotPaused("stadt", Gate.route("ummeldung")))
        .isInstanceOf(HeldBackException.class)
        .extracting(it -> ((HeldBackException) it).gate())
        .isEqualTo("route:ummeldung@stadt");
    otherNode.requireNotPaused("kreis", Gate.route("ummeldung"));

    pauses.resume("stadt", Gate.route("ummeldung"));
    node.requireNotPaused("stadt", Gate.route("ummeldung"));
  }

  @Test
  void probeThatTakesLong_staysTheOnlyOneWhileItsNodeLives() {
    var probes = probes("a", jdbc);
    var slow = new Gates(circuits("a", jdbc), probes, slots("a"), pauses, clock);
    fail(node, 3);
    clock.advance(Duration.ofSeconds(10));

    slow.through(
        BAUAMT,
        () -> {
          for (var minute = 0; minute < 20; minute++) {
            clock.advance(Duration.ofMinutes(1));
            probes.renew();
            assertHeldBack(otherNode);
          }
          return "";
        });

    assertThat(circuit().isOpen()).isFalse();
  }

  @Test
  void probeWhoseEndCouldNotBeWrittenDown_isTakenOverInTime() {
    var line = new BreakingDatabase(jdbc.getDataSource());
    var probes = probes("a", new JdbcTemplate(line));
    var cutOff =
        new Gates(circuits("a", new JdbcTemplate(line)), probes, slots("a"), pauses, clock);
    fail(node, 3);
    clock.advance(Duration.ofSeconds(10));
    assertThat(
            cutOff.<String, RuntimeException>through(
                BAUAMT,
                () -> {
                  line.cut();
                  return "done";
                }))
        .isEqualTo("done");
    line.mend();

    clock.advance(Duration.ofMinutes(2));
    probes.renew();
    assertHeldBack(otherNode);
    clock.advance(SETTINGS.probeTimeout());
    probes.renew();

    succeed(otherNode);
  }

  @Test
  void probeThatWasTakenOver_doesNotEndTheOneThatTookItOver() {
    fail(node, 3);
    clock.advance(Duration.ofSeconds(10));

    assertThatThrownBy(
            () ->
                node.through(
                    BAUAMT,
                    () -> {
                      clock.advance(SETTINGS.probeTimeout());
                      assertThat(probes("b", jdbc).take(BAUAMT)).isPresent();
                      throw new GatewayException(ErrorCode.CERTIFICATE_REFUSED, "no");
                    }))
        .isInstanceOf(GatewayException.class);

    assertHeldBack(node);
    assertThat(circuit().probeBy()).isEqualTo("b");
  }

  @Test
  void refusalOfADestination_isSeenEvenIfItCannotBeWrittenDown() {
    var line = new BreakingDatabase(jdbc.getDataSource());
    var cutOff =
        new Gates(
            circuits("a", new JdbcTemplate(line)),
            probes("a", new JdbcTemplate(line)),
            slots("a"),
            pauses,
            clock);

    assertThatThrownBy(
            () ->
                cutOff.through(
                    BAUAMT,
                    () -> {
                      line.cut();
                      throw new GatewayException(ErrorCode.DELIVERY_UNAVAILABLE, "no");
                    }))
        .extracting("code")
        .isEqualTo(ErrorCode.DELIVERY_UNAVAILABLE);
  }

  private Gates gates(String name) {
    return new Gates(circuits(name, jdbc), probes(name, jdbc), slots(name), pauses, clock);
  }

  private Slots slots(String name) {
    return new Slots(new SlotStore(jdbc, SETTINGS, new NodeName(name), clock));
  }

  private Probes probes(String name, JdbcTemplate database) {
    return new Probes(circuits(name, database));
  }

  private CircuitStore circuits(String name, JdbcTemplate database) {
    return new CircuitStore(
        database, SETTINGS, new NodeName(name), clock, new Random(name.hashCode()));
  }

  private Circuit circuit() {
    return new CircuitStore(jdbc, SETTINGS, new NodeName("test"), clock, new Random(1))
        .find(BAUAMT)
        .orElseThrow();
  }

  private void succeedLater(Gates gates) {
    clock.advance(SETTINGS.longestPause());
    succeed(gates);
    assertThat(circuit().isOpen()).isFalse();
  }

  private static void succeed(Gates gates) {
    assertThat(gates.through(BAUAMT, () -> "done")).isEqualTo("done");
  }

  private void fail(Gates gates, int times) {
    for (var number = 0; number < times; number++) {
      failWith(gates, ErrorCode.DELIVERY_UNAVAILABLE);
    }
  }

  private void failWith(Gates gates, ErrorCode code) {
    assertThatThrownBy(
            () ->
                gates.through(
                    BAUAMT,
                    () -> {
                      calls.incrementAndGet();
                      throw new GatewayException(code, "no");
                    }))
        .isInstanceOf(GatewayException.class);
  }

  private static void assertHeldBack(Gates gates) {
    assertThatThrownBy(() -> gates.through(BAUAMT, () -> "done"))
        .isInstanceOf(HeldBackException.class);
  }
}
