package de.amtsbote.osci.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link MailboxStore} must do; each implementation extends this class. */
public abstract class MailboxStoreContract extends PushContract {

  @Nested
  class MessageIds {

    @Test
    void idThatWasNotIssued_storesNothing() {
      assertThat(store.store(delivery("m1", BOB, 1))).isEqualTo(StoreOutcome.UNKNOWN_MESSAGE_ID);
      assertThat(store.card("m1")).isEmpty();
    }

    @Test
    void idThatWasUsed_keepsTheFirstDelivery() {
      stored("m1", BOB, 1);

      assertThat(store.store(delivery("m1", CAROL, 2))).isEqualTo(StoreOutcome.USED_MESSAGE_ID);
      assertThat(store.card("m1").orElseThrow().mailbox()).isEqualTo(BOB);
    }

    @Test
    void idOfAWithdrawnDelivery_isUnusedAgain() {
      stored("m1", BOB, 1);
      store.withdraw("m1");

      assertThat(store.card("m1")).isEmpty();
      assertThat(store.delivery(Set.of(BOB), "m1")).isEmpty();
      assertThat(store.store(delivery("m1", BOB, 2))).isEqualTo(StoreOutcome.STORED);
    }

    @Test
    void idUsedByTwoAtOnce_isWonByOne() throws Exception {
      store.issue("m1", T0);
      Callable<StoreOutcome> attempt = () -> store.store(delivery("m1", BOB, 1));
      var pool = Executors.newFixedThreadPool(4);
      try {
        var outcomes =
            pool.invokeAll(List.of(attempt, attempt, attempt, attempt)).stream()
                .map(
                    future -> {
                      try {
                        return future.get();
                      } catch (Exception e) {
                        throw new AssertionError(e);
                      }
                    })
                .toList();
        assertThat(outcomes).containsOnlyOnce(StoreOutcome.STORED);
        assertThat(outcomes).filteredOn(StoreOutcome.USED_MESSAGE_ID::equals).hasSize(3);
      } finally {
        pool.shutdownNow();
      }
    }

    @Test
    void partThatCannotBeRead_leavesTheIdUnused() {
      store.issue("m1", T0);
      var broken = delivery("m1", BOB, 1);
      var parts = List.of(broken.parts().get(0), new BrokenPart());
      var delivery =
          new NewDelivery(
              "m1",
              BOB,
              true,
              Optional.empty(),
              broken.originator(),
              broken.subject(),
              T0,
              broken.header(),
              broken.inspections(),
              parts);

      assertThatThrownBy(() -> store.store(delivery)).isInstanceOf(MailboxStoreException.class);
      assertThat(store.delivery(Set.of(BOB), "m1")).isEmpty();
      assertThat(store.store(delivery("m1", BOB, 2))).isEqualTo(StoreOutcome.STORED);
    }
  }

  @Nested
  class Deliveries {

    @Test
    void storedDelivery_comesBackUnchanged() throws Exception {
      stored("m1", BOB, 1);

      var delivery = store.delivery(Set.of(BOB), "m1").orElseThrow();

      assertThat(delivery.header()).isEqualTo("header m1".getBytes(StandardCharsets.UTF_8));
      assertThat(delivery.parts())
          .extracting(PartSource::name)
          .containsExactly("content", "anlage.pdf");
      assertThat(text(delivery.parts().get(0))).isEqualTo("content m1");
      assertThat(text(delivery.parts().get(1))).isEqualTo("%PDF m1");
    }

    @Test
    void part_canBeReadTwice() throws Exception {
      stored("m1", BOB, 1);
      var part = store.delivery(Set.of(BOB), "m1").orElseThrow().parts().get(0);

      assertThat(text(part)).isEqualTo(text(part));
    }

    @Test
    void largePart_comesBackUnchanged() throws Exception {
      var octets = new byte[5_000_003];
      new Random(1).nextBytes(octets);
      var d = delivery("m1", BOB, 1);
      store.issue("m1", T0);
      store.store(
          new NewDelivery(
              "m1",
              BOB,
              true,
              Optional.empty(),
              d.originator(),
              d.subject(),
              T0,
              d.header(),
              d.inspections(),
              List.of(new Octets("large", octets), new Octets("empty", new byte[0]))));

      var parts = store.delivery(Set.of(BOB), "m1").orElseThrow().parts();

      assertThat(parts).extracting(PartSource::length).containsExactly(5_000_003L, 0L);
      try (var in = parts.get(0).open()) {
        assertThat(in).hasBinaryContent(octets);
      }
      try (var in = parts.get(1).open()) {
        assertThat(in).isEmpty();
      }
    }

    @Test
    void deliveryOfAnotherMailbox_isNotShown() {
      stored("m1", BOB, 1);

      assertThat(store.delivery(Set.of(CAROL), "m1")).isEmpty();
      assertThat(oldest(WaitingQuery.all(Set.of(CAROL)))).isEmpty();
    }

    @Test
    void oldestDelivery_comesFirst() {
      stored("m2", BOB, 2);
      stored("m1", BOB, 1);
      stored("m3", BOB, 3);

      assertThat(oldest(WaitingQuery.all(Set.of(BOB)))).contains("m1");
      assertThat(store.countWaiting(WaitingQuery.all(Set.of(BOB)), 10)).isEqualTo(3);
    }

    @Test
    void deliveriesOfTheSameInstant_comeInTheOrderTheyCame() {
      stored("z", BOB, 1);
      stored("a", BOB, 1);

      assertThat(oldest(WaitingQuery.all(Set.of(BOB)))).contains("z");
    }

    @Test
    void receivedDelivery_isNoLongerWaitingButStillThere() {
      stored("m1", BOB, 1);
      store.markReceived("m1", at(5));

      assertThat(oldest(WaitingQuery.all(Set.of(BOB)))).isEmpty();
      assertThat(store.delivery(Set.of(BOB), "m1")).isPresent();
    }

    @Test
    void selectionByTimeOfStorage_isInclusive() {
      stored("m1", BOB, 1);
      stored("m2", BOB, 2);

      assertThat(oldest(WaitingQuery.storedFrom(Set.of(BOB), at(2)))).contains("m2");
      assertThat(oldest(WaitingQuery.storedFrom(Set.of(BOB), at(2).plusMillis(1)))).isEmpty();
    }

    @Test
    void selectionByModification_looksAtTheCard() {
      stored("m1", BOB, 1);
      stored("m2", BOB, 2);
      store.markForwarded("m1", at(9));

      assertThat(oldest(WaitingQuery.modifiedFrom(Set.of(BOB), at(9)))).contains("m1");
    }

    @Test
    void pushedDelivery_cannotBeFetched() {
      store.issue("m1", T0);
      store.store(pushed("m1"));

      assertThat(oldest(WaitingQuery.all(Set.of(BOB)))).isEmpty();
      assertThat(store.countWaiting(WaitingQuery.all(Set.of(BOB)), 10)).isZero();
      assertThat(store.delivery(Set.of(BOB), "m1")).isEmpty();
      assertThat(store.card("m1")).isPresent();
    }
  }

  private static final class BrokenPart implements PartSource {

    @Override
    public String name() {
      return "broken";
    }

    @Override
    public long length() {
      return 10;
    }

    @Override
    public InputStream open() throws IOException {
      throw new IOException("connection reset");
    }
  }
}
