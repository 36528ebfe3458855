package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.client.Chunking;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.transport.MessageBody;
import de.amtsbote.osci.transport.OsciTransport;
import de.amtsbote.osci.transport.TransportException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An intermediary that goes down and comes back finds everything in its stores. */
class RestartedIntermediaryTest {

  private static final Chunking CHUNKING = new Chunking(40_000, 8 << 10, 3, Duration.ZERO);

  private final World before = World.strict();
  private final World after = before.restarted();

  /** Talks to the one process, loses one exchange, and then talks to the other. */
  private final class Changing implements OsciTransport {

    private final int last;
    private int count;

    Changing(int last) {
      this.last = last;
    }

    @Override
    public InputStream exchange(URI supplier, MessageBody message) throws TransportException {
      if (++count == last + 1) {
        throw new TransportException(TransportException.Fate.UNCLEAR, "the process went down");
      }
      return (count <= last ? before.wire : after.wire).exchange(supplier, message);
    }
  }

  @Test
  void messageInChunks_goesOnWhereItWas() throws Exception {
    var plan = Letters.octets(60_000);
    var line = new Changing(6);
    var alice = before.client(ALICE, line, CHUNKING);
    var id = alice.messageId();

    assertThat(alice.store(id, Letters.withAttachment(BOB, plan)))
        .isInstanceOf(SendOutcome.Accepted.class);

    assertThat(before.wire.requests()).hasSize(6);
    assertThat(after.wire.requests()).hasSizeBetween(4, 12);
    try (var dialog = after.client(BOB).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThat(delivery.messageId()).isEqualTo(id);
      assertThat(Letters.payload(delivery.open(), "plan")).isEqualTo(plan);
      delivery.confirm();
    }
  }

  @Test
  void dialog_goesOnAndConfirms() throws Exception {
    var id = Letters.send(before.client(ALICE), BOB);
    var line =
        new OsciTransport() {
          private World current = before;

          @Override
          public InputStream exchange(URI supplier, MessageBody message) throws TransportException {
            return current.wire.exchange(supplier, message);
          }
        };

    try (var dialog = before.client(BOB, line).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      line.current = after;
      delivery.confirm();
      assertThat(dialog.next()).isEmpty();
    }

    assertThat(after.client(ALICE).processCard(id).orElseThrow().card().reception()).isNotNull();
  }

  @Test
  void messageId_isStillKnownAndStillUsedOnce() throws Exception {
    var id = before.client(ALICE).messageId();

    assertThat(after.client(ALICE).store(id, Letters.to(BOB)))
        .isInstanceOf(SendOutcome.Accepted.class);
    assertThat(before.client(ALICE).store(id, Letters.to(BOB)))
        .isNotInstanceOf(SendOutcome.Accepted.class);
  }
}
