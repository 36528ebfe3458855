package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageListTest {

  @TempDir static Path spool;
  static MessageKit kit;
  static final List<MessageId> NEWEST_FIRST = new ArrayList<>();

  @BeforeAll
  static void fiveMessages() throws IOException {
    kit = new MessageKit(spool);
    for (var number = 0; number < 5; number++) {
      NEWEST_FIRST.add(0, kit.accept("<a/>").id());
    }
    kit.store.describe(
        NEWEST_FIRST.get(1), new Traits("xbau", "2.6", "0200", null, null, null, "uuid"));
    kit.store.move(NEWEST_FIRST.get(3), MessageState.VALIDATED, Note.SYSTEM);
  }

  @Test
  void pages_followEachOtherWithoutGapOrOverlap() {
    var first = ids(new MessageQuery("stadt", null, null, null, 2));
    var second = ids(new MessageQuery("stadt", null, null, first.get(1), 2));
    var third = ids(new MessageQuery("stadt", null, null, second.get(1), 2));

    var all = new ArrayList<>(first);
    all.addAll(second);
    all.addAll(third);
    assertThat(all).isEqualTo(NEWEST_FIRST);
  }

  @Test
  void otherTenant_seesNothing() {
    assertThat(ids(new MessageQuery("kreis", null, null, null, 10))).isEmpty();
    assertThat(kit.store.find("kreis", NEWEST_FIRST.get(0))).isEmpty();
  }

  @Test
  void state_filters() {
    assertThat(ids(new MessageQuery("stadt", MessageState.VALIDATED, null, null, 10)))
        .containsExactly(NEWEST_FIRST.get(3));
  }

  @Test
  void standard_filters() {
    assertThat(ids(new MessageQuery("stadt", null, "xbau", null, 10)))
        .containsExactly(NEWEST_FIRST.get(1));
  }

  @Test
  void description_keepsWhatWasGivenWithTheSubmission() {
    var traits = kit.store.get(NEWEST_FIRST.get(1)).traits();

    assertThat(traits).isEqualTo(new Traits("xbau", "2.6", "0200", null, "r", "s", "uuid"));
  }

  private static List<MessageId> ids(MessageQuery query) {
    return kit.store.list(query).stream().map(Message::id).toList();
  }
}
