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
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A destination gets so many hand-overs at a time, from all nodes together. */
class SlotsTest {

  private static final String BAUAMT = Gate.delivery("bauamt");
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final GateProperties SETTINGS =
      new GateProperties(
          3, Duration.ofSeconds(10), Duration.ofMinutes(1), LEASE, 10, Duration.ofSeconds(1));

  private static JdbcTemplate jdbc;
  private final TestClock clock = new TestClock(Instant.parse("2026-11-23T12:00:00Z"));
  private Slots slots;
  private Gates node;
  private Gates otherNode;

  @BeforeAll
  static void database() {
    jdbc = new JdbcTemplate(TestDatabase.fresh());
  }

  @BeforeEach
  void open() {
    jdbc.update("delete from gate_slot");
    jdbc.update("delete from circuit");
    slots = slots("a");
    node = gates("a", slots);
    otherNode = gates("b", slots("b"));
  }

  @Test
  void fullDestination_holdsBackOnAllNodes() {
    node.through(
        BAUAMT,
        () ->
            otherNode.through(
                BAUAMT,
                () -> {
                  assertHeldBack(node);
                  assertHeldBack(otherNode);
                  return "";
                }));
  }

  @Test
  void question_waitsForNoPlaceAndTakesNone() {
    node.through(
        BAUAMT,
        () ->
            otherNode.through(
                BAUAMT,
                () -> {
                  assertThat(node.<String, GatewayException>ask(BAUAMT, () -> "answer"))
                      .isEqualTo("answer");
                  assertThat(slots.free("full:" + BAUAMT)).contains(0);
                  return "";
                }));
  }

  @Test
  void questionInTurn_waitsForAPlace() {
    node.through(
        BAUAMT,
        () ->
            otherNode.<String, GatewayException>askInTurn(
                BAUAMT,
                () -> {
                  assertHeldBack(node);
                  assertThatThrownBy(() -> node.askInTurn(BAUAMT, () -> "too many"))
                      .isInstanceOf(HeldBackException.class);
                  return "";
                }));

    assertThat(slots.free("full:" + BAUAMT)).contains(2);
  }

  @Test
  void question_waitsWhileTheDestinationIsDown() {
    for (var failure = 0; failure < SETTINGS.failures(); failure++) {
      assertThatThrownBy(
              () ->
                  node.ask(
                      BAUAMT,
                      () -> {
                        throw new GatewayException(ErrorCode.DELIVERY_UNAVAILABLE, "away");
                      }))
          .isInstanceOf(GatewayException.class);
    }

    assertThatThrownBy(() -> node.ask(BAUAMT, () -> "answer"))
        .isInstanceOfSatisfying(
            HeldBackException.class, it -> assertThat(it.gate()).isEqualTo(BAUAMT));
  }

  @Test
  void place_isFreeAgainAfterSuccessAndFailure() {
    for (var number = 0; number < 5; number++) {
      node.through(BAUAMT, () -> "done");
      assertThatThrownBy(
              () ->
                  node.through(
                      BAUAMT,
                      () -> {
                        throw new GatewayException(ErrorCode.DELIVERY_REFUSED, "no");
                      }))
          .isInstanceOf(GatewayException.class);
    }
    assertThat(slots.free("full:" + BAUAMT)).contains(2);
  }

  @Test
  void destinationWithoutLimit_isNeverFull() {
    node.through(
        Gate.delivery("meldeamt"), () -> node.through(Gate.delivery("meldeamt"), () -> ""));

    assertThat(jdbc.queryForObject("select count(*) from gate_slot", Integer.class)).isZero();
  }

  @Test
  void placeOfADeadNode_isFreeAfterAWhile() {
    slots("dead").take(BAUAMT);
    slots("dead").take(BAUAMT);
    assertHeldBack(node);

    clock.advance(LEASE);

    node.through(BAUAMT, () -> "done");
  }

  @Test
  void placeOfANodeThatLives_isKeptHoweverLongItTakes() {
    slots.take(BAUAMT);
    slots.take(BAUAMT);
    for (var minute = 0; minute < 10; minute++) {
      clock.advance(LEASE.dividedBy(3));
      slots.renew();
    }

    assertHeldBack(otherNode);
  }

  @Test
  void nodeThatWasTakenForDead_doesNotGiveAwayThePlaceOfItsSuccessor() {
    var late = slots.take(BAUAMT).orElseThrow();
    slots.take(BAUAMT);
    clock.advance(LEASE);
    otherNode.through(
        BAUAMT,
        () ->
            otherNode.through(
                BAUAMT,
                () -> {
                  slots.renew();
                  slots.release(late);
                  assertHeldBack(node);
                  return "";
                }));
  }

  @Test
  void placeThatIsGivenBack_isTold() {
    var told = new ArrayList<String>();
    slots.onFreed(told::add);

    node.through(BAUAMT, () -> "done");

    assertThat(told).containsExactly("full:delivery:bauamt");
  }

  @Test
  void manyAtOnce_areNeverMoreThanTheLimit() throws Exception {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    var done = new AtomicInteger();
    var calls = new ArrayList<Callable<Void>>();
    for (var number = 0; number < 40; number++) {
      var gates = number % 2 == 0 ? node : otherNode;
      calls.add(
          () -> {
            try {
              gates.through(
                  BAUAMT,
                  () -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.yield();
                    now.decrementAndGet();
                    done.incrementAndGet();
                    return null;
                  });
            } catch (HeldBackException e) {
              // it would come again
            }
            return null;
          });
    }
    var pool = Executors.newFixedThreadPool(8);
    try {
      for (var call : pool.invokeAll(calls)) {
        call.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(most.get()).isBetween(1, 2);
    assertThat(done.get()).isPositive();
  }

  private Slots slots(String name) {
    var made = new Slots(new SlotStore(jdbc, SETTINGS, new NodeName(name), clock));
    made.limit(BAUAMT, 2);
    return made;
  }

  private Gates gates(String name, Slots places) {
    var circuits =
        new CircuitStore(jdbc, SETTINGS, new NodeName(name), clock, new Random(name.hashCode()));
    return new Gates(circuits, new Probes(circuits), places, new PauseStore(jdbc, clock), clock);
  }

  private static void assertHeldBack(Gates gates) {
    assertThatThrownBy(() -> gates.through(BAUAMT, () -> "too many"))
        .isInstanceOfSatisfying(
            HeldBackException.class, it -> assertThat(it.gate()).isEqualTo("full:delivery:bauamt"));
  }
}
