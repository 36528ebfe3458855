package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class LockedRowsTest {

  @TempDir static Path spool;
  static MessageKit kit;

  @BeforeAll
  static void start() {
    kit = new MessageKit(spool);
  }

  @Test
  void entriesOfOneTransaction_followEachOther() throws IOException {
    var id = kit.accept("<a/>").id();

    kit.transaction.executeWithoutResult(
        status -> {
          kit.store.lock(id);
          kit.store.routed(id, "amt");
          kit.store.advance(id, MessageState.SENT, Note.SYSTEM);
          kit.store.note(id, TimelineEvent.HANDED_OVER, Note.SYSTEM);
        });

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.SENT);
    assertThat(kit.store.get(id).route()).isEqualTo("amt");
    assertChained(id, 4);
  }

  @Test
  void entryAfterARollback_followsWhatIsInTheDatabase() throws IOException {
    var id = kit.accept("<a/>").id();
    kit.transaction.executeWithoutResult(
        status -> {
          kit.store.move(id, MessageState.SENT, Note.SYSTEM);
          status.setRollbackOnly();
        });

    kit.store.move(id, MessageState.VALIDATED, Note.SYSTEM);

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.VALIDATED);
    assertChained(id, 2);
  }

  @Test
  void transactionInsideOfAnother_knowsNothingOfItsRows() throws IOException {
    var outer = kit.accept("<a/>").id();
    var inner = kit.accept("<b/>").id();
    var apart = new TransactionTemplate(kit.transaction.getTransactionManager());
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

    kit.transaction.executeWithoutResult(
        status -> {
          kit.store.routed(outer, "amt");
          apart.executeWithoutResult(
              own -> {
                kit.store.routed(inner, "amt");
                own.setRollbackOnly();
              });
          kit.store.routed(outer, "nachbaramt");
          kit.store.routed(inner, "amt");
        });

    assertChained(outer, 3);
    assertChained(inner, 2);
  }

  private static void assertChained(MessageId id, int length) {
    var timeline = kit.store.timeline(id);
    assertThat(timeline).hasSize(length);
    for (var i = 1; i < length; i++) {
      assertThat(timeline.get(i).previousHash()).isEqualTo(timeline.get(i - 1).hash());
      assertThat(timeline.get(i).sequence()).isEqualTo(i + 1);
    }
  }
}
