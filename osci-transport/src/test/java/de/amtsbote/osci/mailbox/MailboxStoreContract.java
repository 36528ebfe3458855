package de.amtsbote.osci.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link MailboxStore} must do; each implementation extends this class. */
public abstract class MailboxStoreContract {

  protected static final Instant T0 = Instant.parse("2026-11-23T09:00:00Z");
  private static final String BOB = "b0b".repeat(21) + "0";
  private static final String CAROL = "ca5".repeat(21) + "0";
  private static final String ALICE = "a11".repeat(21) + "0";

  private MailboxStore store;

  /** An empty store. */
  protected abstract MailboxStore createStore();

  @BeforeEach
  void open() {
    store = createStore();
  }

  private static Instant at(int minute) {
    return T0.plus(Duration.ofMinutes(minute));
  }

  private static NewDelivery delivery(String id, String mailbox, int minute) {
    return new NewDelivery(
        id,
        mailbox,
        true,
        Optional.of(ALICE),
        Optional.of("Betreff " + id),
        at(minute),
        ("header " + id).getBytes(StandardCharsets.UTF_8),
        ("inspections " + id).getBytes(StandardCharsets.UTF_8),
        List.of(Octets.of("content", "content " + id), Octets.of("anlage.pdf", "%PDF " + id)));
  }

  private static NewDelivery pushed(String id) {
    var d = delivery(id, BOB, 1);
    return new NewDelivery(
        id,
        BOB,
        false,
        d.originator(),
        d.subject(),
        d.createdAt(),
        d.header(),
        d.inspections(),
        d.parts());
  }

  private void stored(String id, String mailbox, int minute) {
    store.issue(id, at(minute));
    assertThat(store.store(delivery(id, mailbox, minute))).isEqualTo(StoreOutcome.STORED);
  }

  private Optional<String> oldest(WaitingQuery query) {
    return store.oldestWaiting(query).map(StoredDelivery::messageId);
  }

  private static String text(PartSource part) throws IOException {
    try (InputStream in = part.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

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
      assertThat(store.delivery(BOB, "m1")).isEmpty();
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
              broken.originator(),
              broken.subject(),
              T0,
              broken.header(),
              broken.inspections(),
              parts);

      assertThatThrownBy(() -> store.store(delivery)).isInstanceOf(MailboxStoreException.class);
      assertThat(store.delivery(BOB, "m1")).isEmpty();
      assertThat(store.store(delivery("m1", BOB, 2))).isEqualTo(StoreOutcome.STORED);
    }
  }

  @Nested
  class Deliveries {

    @Test
    void storedDelivery_comesBackUnchanged() throws Exception {
      stored("m1", BOB, 1);

      var delivery = store.delivery(BOB, "m1").orElseThrow();

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
      var part = store.delivery(BOB, "m1").orElseThrow().parts().get(0);

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
              d.originator(),
              d.subject(),
              T0,
              d.header(),
              d.inspections(),
              List.of(new Octets("large", octets), new Octets("empty", new byte[0]))));

      var parts = store.delivery(BOB, "m1").orElseThrow().parts();

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

      assertThat(store.delivery(CAROL, "m1")).isEmpty();
      assertThat(oldest(WaitingQuery.all(CAROL))).isEmpty();
    }

    @Test
    void oldestDelivery_comesFirst() {
      stored("m2", BOB, 2);
      stored("m1", BOB, 1);
      stored("m3", BOB, 3);

      assertThat(oldest(WaitingQuery.all(BOB))).contains("m1");
      assertThat(store.countWaiting(WaitingQuery.all(BOB))).isEqualTo(3);
    }

    @Test
    void deliveriesOfTheSameInstant_comeInTheOrderTheyCame() {
      stored("z", BOB, 1);
      stored("a", BOB, 1);

      assertThat(oldest(WaitingQuery.all(BOB))).contains("z");
    }

    @Test
    void receivedDelivery_isNoLongerWaitingButStillThere() {
      stored("m1", BOB, 1);
      store.markReceived("m1", at(5));

      assertThat(oldest(WaitingQuery.all(BOB))).isEmpty();
      assertThat(store.delivery(BOB, "m1")).isPresent();
    }

    @Test
    void selectionByTimeOfStorage_isInclusive() {
      stored("m1", BOB, 1);
      stored("m2", BOB, 2);

      assertThat(oldest(WaitingQuery.storedFrom(BOB, at(2)))).contains("m2");
      assertThat(oldest(WaitingQuery.storedFrom(BOB, at(2).plusMillis(1)))).isEmpty();
    }

    @Test
    void selectionByModification_looksAtTheCard() {
      stored("m1", BOB, 1);
      stored("m2", BOB, 2);
      store.markForwarded("m1", at(9));

      assertThat(oldest(WaitingQuery.modifiedFrom(BOB, at(9)))).contains("m1");
    }

    @Test
    void pushedDelivery_cannotBeFetched() {
      store.issue("m1", T0);
      store.store(pushed("m1"));

      assertThat(oldest(WaitingQuery.all(BOB))).isEmpty();
      assertThat(store.countWaiting(WaitingQuery.all(BOB))).isZero();
      assertThat(store.delivery(BOB, "m1")).isEmpty();
      assertThat(store.card("m1")).isPresent();
    }
  }

  @Nested
  class ProcessCards {

    @Test
    void newCard_hasTheTimeOfCreationOnly() {
      stored("m1", BOB, 1);

      var card = store.card("m1").orElseThrow();

      assertThat(card.createdAt()).isEqualTo(at(1));
      assertThat(card.modifiedAt()).isEqualTo(at(1));
      assertThat(card.forwardedAt()).isEmpty();
      assertThat(card.receivedAt()).isEmpty();
      assertThat(card.subject()).contains("Betreff m1");
      assertThat(card.originator()).contains(ALICE);
      assertThat(card.inspections()).isEqualTo("inspections m1".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void firstTimes_count() {
      stored("m1", BOB, 1);
      store.markForwarded("m1", at(2));
      store.markForwarded("m1", at(3));
      store.markReceived("m1", at(4));
      store.markReceived("m1", at(5));

      var card = store.card("m1").orElseThrow();

      assertThat(card.forwardedAt()).contains(at(2));
      assertThat(card.receivedAt()).contains(at(4));
      assertThat(card.modifiedAt()).isEqualTo(at(4));
    }

    @Test
    void cards_areVisibleToAddresseeAndOriginatorOnly() {
      stored("m1", BOB, 1);

      assertThat(ids(CardQuery.all(BOB, 10))).containsExactly("m1");
      assertThat(ids(CardQuery.all(ALICE, 10))).containsExactly("m1");
      assertThat(ids(CardQuery.all(CAROL, 10))).isEmpty();
    }

    @Test
    void role_narrowsTheCards() {
      stored("m1", BOB, 1);
      stored("m2", ALICE, 2);

      assertThat(ids(query(ALICE, true, false))).containsExactly("m2");
      assertThat(ids(query(ALICE, false, true))).containsExactly("m1", "m2");
    }

    @Test
    void idsOfOthers_areNotShown() {
      stored("m1", BOB, 1);
      stored("m2", CAROL, 2);
      var query =
          new CardQuery(
              BOB,
              true,
              true,
              Set.of("m1", "m2", "m3"),
              Optional.empty(),
              Optional.empty(),
              false,
              10);

      assertThat(ids(query)).containsExactly("m1");
    }

    @Test
    void cards_comeInTheOrderOfTheirModification() {
      stored("m1", BOB, 1);
      stored("m2", BOB, 2);
      stored("m3", BOB, 3);
      store.markForwarded("m1", at(9));

      assertThat(ids(CardQuery.all(BOB, 10))).containsExactly("m2", "m3", "m1");
      assertThat(ids(CardQuery.all(BOB, 2))).containsExactly("m2", "m3");
    }

    @Test
    void timesAndReception_narrowTheCards() {
      stored("m1", BOB, 1);
      stored("m2", BOB, 2);
      stored("m3", BOB, 3);
      store.markReceived("m2", at(9));

      assertThat(ids(since(Optional.of(at(2)), Optional.empty(), false)))
          .containsExactly("m3", "m2");
      assertThat(ids(since(Optional.empty(), Optional.of(at(3)), false)))
          .containsExactly("m3", "m2");
      assertThat(ids(since(Optional.empty(), Optional.empty(), true))).containsExactly("m1", "m3");
    }

    private CardQuery query(String mailbox, boolean addressee, boolean originator) {
      return new CardQuery(
          mailbox, addressee, originator, Set.of(), Optional.empty(), Optional.empty(), false, 10);
    }

    private CardQuery since(
        Optional<Instant> created, Optional<Instant> modified, boolean withoutReception) {
      return new CardQuery(BOB, true, true, Set.of(), created, modified, withoutReception, 10);
    }

    private List<String> ids(CardQuery query) {
      return store.cards(query).stream().map(ProcessCardEntry::messageId).toList();
    }
  }

  @Nested
  class Dialogs {

    private final DialogState first =
        new DialogState(
            "4711",
            new byte[] {1, 2, 3},
            Optional.of("signer"),
            true,
            0,
            "challenge-0",
            Optional.empty(),
            T0);

    @Test
    void openedDialog_isFoundByItsConversationId() {
      store.open(first);

      var found = store.dialog("4711").orElseThrow();

      assertThat(found.isSameStepAs(first)).isTrue();
      assertThat(found.clientCipher()).isEqualTo(first.clientCipher());
      assertThat(found.clientSigner()).contains("signer");
      assertThat(found.encrypted()).isTrue();
      assertThat(found.lastUsedAt()).isEqualTo(T0);
      assertThat(store.dialog("4712")).isEmpty();
    }

    @Test
    void takenConversationId_isRefused() {
      store.open(first);

      assertThatThrownBy(() -> store.open(first)).isInstanceOf(MailboxStoreException.class);
    }

    @Test
    void advancedDialog_hasTheNextState() {
      store.open(first);
      var next = first.next("challenge-1", at(1));

      assertThat(store.advance(first, Optional.of(next), at(1))).isTrue();
      assertThat(store.dialog("4711").orElseThrow().isSameStepAs(next)).isTrue();
    }

    @Test
    void oldStep_cannotBeTakenTwice() {
      store.open(first);
      store.advance(first, Optional.of(first.next("challenge-1", at(1))), at(1));

      assertThat(store.advance(first, Optional.of(first.next("other", at(2))), at(2))).isFalse();
      assertThat(store.dialog("4711").orElseThrow().challenge()).isEqualTo("challenge-1");
    }

    @Test
    void nextOrder_acknowledgesTheFetchedDelivery() {
      stored("m1", BOB, 1);
      store.open(first);
      var carrying = first.carrying("m1");
      assertThat(store.advance(first, Optional.of(carrying), at(2))).isTrue();
      assertThat(store.card("m1").orElseThrow().receivedAt()).isEmpty();

      store.advance(carrying, Optional.of(carrying.next("challenge-1", at(3))), at(3));

      assertThat(store.card("m1").orElseThrow().receivedAt()).contains(at(3));
    }

    @Test
    void exit_acknowledgesAndCloses() {
      stored("m1", BOB, 1);
      store.open(first);
      store.advance(first, Optional.of(first.carrying("m1")), at(2));

      assertThat(store.advance(first.carrying("m1"), Optional.empty(), at(3))).isTrue();

      assertThat(store.dialog("4711")).isEmpty();
      assertThat(store.card("m1").orElseThrow().receivedAt()).contains(at(3));
    }

    @Test
    void discardedDialog_acknowledgesNothing() {
      stored("m1", BOB, 1);
      store.open(first);
      store.advance(first, Optional.of(first.carrying("m1")), at(2));

      store.discard("4711");

      assertThat(store.dialog("4711")).isEmpty();
      assertThat(store.card("m1").orElseThrow().receivedAt()).isEmpty();
      assertThat(store.advance(first.carrying("m1"), Optional.empty(), at(3))).isFalse();
    }
  }

  @Nested
  class Purge {

    private final Instant never = T0.minus(Duration.ofDays(1));

    @Test
    void receivedDelivery_losesItsContentAndKeepsItsCard() {
      stored("m1", BOB, 1);
      stored("m2", BOB, 1);
      store.markReceived("m1", at(2));

      store.purge(new PurgeLimits(at(3), never, never, never, never));

      assertThat(store.delivery(BOB, "m1")).isEmpty();
      assertThat(store.card("m1")).isPresent();
      assertThat(store.delivery(BOB, "m2")).isPresent();
      assertThat(store.store(delivery("m1", BOB, 4))).isEqualTo(StoreOutcome.USED_MESSAGE_ID);
    }

    @Test
    void deliveryThatNobodyFetched_goesAfterItsTime() {
      stored("m1", BOB, 1);
      stored("m2", BOB, 5);

      store.purge(new PurgeLimits(never, at(3), never, never, never));

      assertThat(oldest(WaitingQuery.all(BOB))).contains("m2");
      assertThat(store.countWaiting(WaitingQuery.all(BOB))).isEqualTo(1);
    }

    @Test
    void oldCard_goesWithItsMessageId() {
      stored("m1", BOB, 1);

      store.purge(new PurgeLimits(never, never, at(3), never, never));

      assertThat(store.card("m1")).isEmpty();
      assertThat(store.delivery(BOB, "m1")).isEmpty();
      assertThat(store.store(delivery("m1", BOB, 4))).isEqualTo(StoreOutcome.UNKNOWN_MESSAGE_ID);
    }

    @Test
    void unusedIdsAndIdleDialogs_go() {
      store.issue("m1", at(1));
      var dialog =
          new DialogState(
              "4711", new byte[1], Optional.empty(), false, 0, "c", Optional.empty(), at(1));
      store.open(dialog);

      store.purge(new PurgeLimits(never, never, never, at(3), at(3)));

      assertThat(store.store(delivery("m1", BOB, 4))).isEqualTo(StoreOutcome.UNKNOWN_MESSAGE_ID);
      assertThat(store.dialog("4711")).isEmpty();
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
