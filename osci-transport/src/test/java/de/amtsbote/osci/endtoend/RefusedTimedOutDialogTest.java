package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.osci.client.FaultReceivedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefusedTimedOutDialogTest {

  @Test
  void dialogThatWasIdleForTooLong_isFault9400() throws Exception {
    var world = World.strict();
    var dialog = world.client(BOB).openDialog();

    world.clock.advance(Duration.ofMinutes(10).plusMillis(1));

    assertThatThrownBy(dialog::next)
        .isInstanceOfSatisfying(
            FaultReceivedException.class, e -> assertThat(e.fault().code()).isEqualTo("9400"));
  }

  @Test
  void deliveryOfATimedOutDialog_staysUnread() throws Exception {
    var world = World.strict();
    var id = Letters.send(world.client(Identities.ALICE), BOB);
    var abandoned = world.client(BOB).openDialog();
    abandoned.next().orElseThrow().close();

    world.clock.advance(Duration.ofHours(1));
    world.intermediary.purge();

    try (var dialog = world.client(BOB).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThat(delivery.messageId()).isEqualTo(id);
    }
  }
}
