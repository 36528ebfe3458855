package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateListenerTest {

  @TempDir Path spool;
  MessageKit kit;
  final List<StateChange> changes = new ArrayList<>();

  @BeforeEach
  void open() {
    kit = new MessageKit(spool);
    kit.listeners.add(changes::add);
  }

  @Test
  void receivedMessage_isTold() throws IOException {
    var id = kit.accept("<a/>").id();

    assertThat(changes).hasSize(1);
    var change = changes.get(0);
    assertThat(change.id()).isEqualTo(id);
    assertThat(change.tenant()).isEqualTo("stadt");
    assertThat(change.entry()).isEqualTo(new Entry(EntryKind.REST, "portal"));
    assertThat(change.before()).isEmpty();
    assertThat(change.state()).isEqualTo(MessageState.RECEIVED);
  }

  @Test
  void everyMove_isToldWithItsTimelineEntry() throws IOException {
    var id = kit.accept("<a/>").id();
    kit.store.advance(id, MessageState.VALIDATED, Note.SYSTEM);
    kit.store.reject(id, new GatewayException(ErrorCode.PAYLOAD_INVALID, "wrong"));

    assertThat(changes)
        .extracting(StateChange::before)
        .containsExactly(
            Optional.empty(),
            Optional.of(MessageState.RECEIVED),
            Optional.of(MessageState.VALIDATED));
    assertThat(changes)
        .extracting(StateChange::line)
        .containsExactlyElementsOf(kit.store.timeline(id));
  }

  @Test
  void note_isNoMove() throws IOException {
    var id = kit.accept("<a/>").id();

    kit.store.note(id, TimelineEvent.ROUTED, Note.SYSTEM);

    assertThat(changes).hasSize(1);
  }

  @Test
  void failingListener_undoesTheMove() throws IOException {
    var id = kit.accept("<a/>").id();
    kit.listeners.add(
        change -> {
          throw new GatewayException(ErrorCode.INTERNAL, "cannot take part");
        });

    assertThatThrownBy(() -> kit.store.advance(id, MessageState.SENT, Note.SYSTEM))
        .isInstanceOf(GatewayException.class);

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.RECEIVED);
    assertThat(kit.store.timeline(id)).hasSize(1);
  }

  @Test
  void repeatedSubmission_isNoNewMessage() throws IOException {
    kit.accept("key", "<a/>");
    kit.accept("key", "<a/>");

    assertThat(changes).hasSize(1);
  }
}
