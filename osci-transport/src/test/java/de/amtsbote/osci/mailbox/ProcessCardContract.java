package de.amtsbote.osci.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a store must do for process cards. */
abstract class ProcessCardContract extends DialogContract {

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

      assertThat(ids(CardQuery.all(Set.of(BOB), 10))).containsExactly("m1");
      assertThat(ids(CardQuery.all(Set.of(ALICE), 10))).containsExactly("m1");
      assertThat(ids(CardQuery.all(Set.of(CAROL), 10))).isEmpty();
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
              Set.of(BOB),
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

      assertThat(ids(CardQuery.all(Set.of(BOB), 10))).containsExactly("m2", "m3", "m1");
      assertThat(ids(CardQuery.all(Set.of(BOB), 2))).containsExactly("m2", "m3");
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
          Set.of(mailbox),
          addressee,
          originator,
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          false,
          10);
    }

    private CardQuery since(
        Optional<Instant> created, Optional<Instant> modified, boolean withoutReception) {
      return new CardQuery(
          Set.of(BOB), true, true, Set.of(), created, modified, withoutReception, 10);
    }

    private List<String> ids(CardQuery query) {
      return store.cards(query).stream().map(ProcessCardEntry::messageId).toList();
    }
  }
}
