package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

class TimelineTest {

  @TempDir static Path spool;
  static MessageKit kit;

  @BeforeAll
  static void start() {
    kit = new MessageKit(spool);
  }

  @Test
  void move_changesStateAndTimelineTogether() throws IOException {
    var id = kit.accept("<a/>").id();
    kit.clock.advance(Duration.ofSeconds(3));

    kit.store.move(id, MessageState.VALIDATED, Note.of(Map.of("standard", "xdemo")));

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.VALIDATED);
    var last = kit.store.timeline(id).get(1);
    assertThat(last.event()).isEqualTo(TimelineEvent.VALIDATED);
    assertThat(last.at()).isEqualTo(kit.clock.instant());
    assertThat(last.details()).containsEntry("standard", "xdemo");
  }

  @Test
  void illegalMove_isRefusedAndLeavesNoTrace() throws IOException {
    var id = kit.accept("<a/>").id();
    kit.store.move(id, MessageState.CANCELLED, Note.SYSTEM);

    assertThatThrownBy(() -> kit.store.move(id, MessageState.SENT, Note.SYSTEM))
        .extracting("code")
        .isEqualTo(ErrorCode.TRANSITION_ILLEGAL);

    assertThat(kit.store.timeline(id)).hasSize(2);
  }

  @Test
  void advance_doesNothingWhenTheMessageIsAlreadyBeyond() throws IOException {
    var id = kit.accept("<a/>").id();
    kit.store.move(id, MessageState.SENT, Note.SYSTEM);

    kit.store.advance(id, MessageState.VALIDATED, Note.SYSTEM);

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.SENT);
    assertThat(kit.store.timeline(id)).hasSize(2);
  }

  @Test
  void moveInAFailingTransaction_leavesNoTrace() throws IOException {
    var id = kit.accept("<a/>").id();

    kit.transaction.executeWithoutResult(
        status -> {
          kit.store.move(id, MessageState.VALIDATED, Note.SYSTEM);
          status.setRollbackOnly();
        });

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.RECEIVED);
    assertThat(kit.store.timeline(id)).hasSize(1);
  }

  @Test
  void rejection_keepsReasonAndFindings() throws IOException {
    var id = kit.accept("<a/>").id();
    var finding = Finding.of(3, 14, "/a/b", "cvc-type.3", "is not a date");
    var error = new GatewayException(ErrorCode.PAYLOAD_INVALID, "1 violation", List.of(finding));

    kit.store.reject(id, error);

    var reason = kit.store.get(id).reason();
    assertThat(reason.code()).isEqualTo(ErrorCode.PAYLOAD_INVALID);
    assertThat(reason.incident()).isEqualTo(error.incident());
    assertThat(reason.findings()).containsExactly(finding);
  }

  @Test
  void repeat_givesAParkedMessageBackToItsRoute() throws IOException {
    var id = kit.accept("<a/>").id();
    kit.store.park(id, new GatewayException(ErrorCode.ROUTE_MISSING, "none"));
    kit.queued.clear();

    kit.store.repeat(id, Note.by("operator:meier", Map.of()));

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.RECEIVED);
    assertThat(kit.store.get(id).reason()).isNull();
    assertThat(kit.queued).containsExactly(id);
    assertThat(kit.store.timeline(id).get(2).actor()).isEqualTo("operator:meier");
  }

  @Test
  void database_refusesToChangeAnEntry() throws IOException {
    var id = threeEntries();

    assertThatThrownBy(
            () ->
                kit.jdbc.update("update timeline set actor = 'x' where message_id = ?", id.value()))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("append-only");
  }

  private static MessageId anyMessage() throws IOException {
    return kit.accept("<a/>").id();
  }

  private static MessageId threeEntries() throws IOException {
    var id = anyMessage();
    kit.store.move(id, MessageState.VALIDATED, Note.of(Map.of("b", "2", "a", "1")));
    kit.store.note(id, TimelineEvent.ROUTED, Note.of(Map.of("route", "demo")));
    return id;
  }
}
