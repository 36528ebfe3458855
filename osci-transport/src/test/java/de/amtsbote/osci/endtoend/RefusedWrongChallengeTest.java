package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageType;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedWrongChallengeTest {

  private final World world = World.strict();
  private final Peer alice = new Peer(world, ALICE);

  private List<String> exitWith(ControlBlock control) throws Exception {
    var exit =
        alice
            .order(MessageType.EXIT_DIALOG, control)
            .certificates(alice.signatureCertificate())
            .build();
    return Peer.codes(alice.send(exit));
  }

  @Test
  void wrongResponse_isFault9400() throws Exception {
    var dialog = alice.openDialog();

    var codes = exitWith(new ControlBlock(dialog.conversationId(), 0L, "d3Jvbmc=", Peer.CHALLENGE));

    assertThat(codes).containsExactly("fault 9400");
  }

  @Test
  void missingResponse_isFault9400() throws Exception {
    var dialog = alice.openDialog();

    assertThat(exitWith(new ControlBlock(dialog.conversationId(), 0L, null, Peer.CHALLENGE)))
        .containsExactly("fault 9400");
  }

  @Test
  void wrongSequenceNumber_isFault9400() throws Exception {
    var dialog = alice.openDialog();

    assertThat(
            exitWith(
                new ControlBlock(dialog.conversationId(), 1L, dialog.response(), Peer.CHALLENGE)))
        .containsExactly("fault 9400");
  }

  @Test
  void unknownConversation_isFault9400() throws Exception {
    assertThat(exitWith(new ControlBlock("4711", 0L, "cmVzcG9uc2U=", Peer.CHALLENGE)))
        .containsExactly("fault 9400");
  }

  @Test
  void wrongResponse_doesNotEndTheDialogOfTheRightClient() throws Exception {
    var dialog = alice.openDialog();
    exitWith(new ControlBlock(dialog.conversationId(), 0L, "d3Jvbmc=", Peer.CHALLENGE));

    assertThat(exitWith(dialog)).containsExactly("0800");
  }
}
