package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedGarbageTest {

  private final World world = World.strict();
  private final Peer alice = new Peer(world, ALICE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "<a/>",
        "GET / HTTP/1.1\r\n\r\n",
        "MIME-Version: 1.0\r\nContent-Type: Multipart/Related; boundary=b; type=text/xml\r\n\r\n",
        "MIME-Version: 1.0\r\nContent-Type: Multipart/Related; boundary=b; type=text/xml\r\n\r\n"
            + "--b\r\nContent-Type: text/xml; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n"
            + "Content-ID: <osci@message>\r\n\r\n<!DOCTYPE a><a/>\r\n--b--\r\n"
      })
  void whatIsNoMessage_isFault9100(String body) throws Exception {
    assertThat(Peer.codes(alice.send(body.getBytes(StandardCharsets.UTF_8))))
        .containsExactly("fault 9100");
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void truncatedOrder_isAFaultOfTheClient(int percent) throws Exception {
    var order =
        alice.order(MessageType.GET_MESSAGE_ID, ControlBlock.implicit(Peer.CHALLENGE)).build();
    var request = alice.compose(order, alice.signedAndEncrypted());
    var cut = Arrays.copyOf(request, request.length * percent / 100);

    assertThat(Peer.codes(alice.send(cut))).singleElement().isIn("fault 9100", "fault 9202");
  }

  static IntStream cuts() {
    return IntStream.of(1, 10, 25, 50, 75, 90, 99);
  }

  @Test
  void answerOfAnIntermediary_isNoOrder() throws Exception {
    var order =
        alice.order(MessageType.GET_MESSAGE_ID, ControlBlock.implicit(Peer.CHALLENGE)).build();
    var answer =
        Wire.answer(World.open().endpoint(), alice.compose(order, alice.signedAndEncrypted()));

    assertThat(Peer.codes(alice.send(answer))).singleElement().asString().startsWith("fault 9");
  }

  @Test
  void bodyThatBreaksOff_isAFault() throws Exception {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };

    try (var answer = world.endpoint().handle(broken)) {
      assertThat(new String(answer.open().readAllBytes(), StandardCharsets.UTF_8))
          .contains("soap:Fault");
    }
  }

  @Test
  void fault_namesAnIncidentAndNothingElse() throws Exception {
    try (var answer = alice.send("garbage".getBytes(StandardCharsets.UTF_8))) {
      assertThat(answer.order().fault().text())
          .matches(".*\\(Vorfall [0-9a-f-]{36}\\)")
          .doesNotContain("Exception");
    }
  }
}
