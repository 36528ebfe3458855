package de.amtsbote.osci.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** Deliveries for the contract of a store. */
abstract class MailboxStoreFixture {

  protected static final Instant T0 = Instant.parse("2026-11-23T09:00:00Z");
  static final String BOB = "b0b".repeat(21) + "0";
  static final String CAROL = "ca5".repeat(21) + "0";
  static final String ALICE = "a11".repeat(21) + "0";

  MailboxStore store;

  /** An empty store. */
  protected abstract MailboxStore createStore();

  @BeforeEach
  void open() {
    store = createStore();
  }

  static Instant at(int minute) {
    return T0.plus(Duration.ofMinutes(minute));
  }

  static NewDelivery delivery(String id, String mailbox, int minute) {
    return new NewDelivery(
        id,
        mailbox,
        true,
        Optional.empty(),
        Optional.of(ALICE),
        Optional.of("Betreff " + id),
        at(minute),
        ("header " + id).getBytes(StandardCharsets.UTF_8),
        ("inspections " + id).getBytes(StandardCharsets.UTF_8),
        List.of(Octets.of("content", "content " + id), Octets.of("anlage.pdf", "%PDF " + id)));
  }

  static NewDelivery pushed(String id) {
    var d = delivery(id, BOB, 1);
    return new NewDelivery(
        id,
        BOB,
        false,
        Optional.empty(),
        d.originator(),
        d.subject(),
        d.createdAt(),
        d.header(),
        d.inspections(),
        d.parts());
  }

  void stored(String id, String mailbox, int minute) {
    store.issue(id, at(minute));
    assertThat(store.store(delivery(id, mailbox, minute))).isEqualTo(StoreOutcome.STORED);
  }

  Optional<String> oldest(WaitingQuery query) {
    return store.oldestWaiting(query).map(StoredDelivery::messageId);
  }

  static String text(PartSource part) throws IOException {
    try (InputStream in = part.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
