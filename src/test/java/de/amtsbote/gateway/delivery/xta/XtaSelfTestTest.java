package de.amtsbote.gateway.delivery.xta;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@GatewayTest
class XtaSelfTestTest {

  @Autowired ServletWebServerApplicationContext gateway;
  @TempDir Path folder;

  @Test
  void accountAndMailboxThatAreWell_areActive() throws Exception {
    assertThat(state(server().as("ags:1", TestXta.READER))).isEqualTo("active");
  }

  @Test
  void lockedAccount_isNamedWithItsNumber() throws Exception {
    assertThat(state(server().as("gae:3", TestXta.LOCKED))).isEqualTo("refused: 9011");
  }

  @Test
  void foreignParty_isNamedWithItsNumber() throws Exception {
    assertThat(state(server().as("ags:9", TestXta.READER))).isEqualTo("refused: 9014");
  }

  @Test
  void mailboxWithTheAddressOfTheSendPort_showsAtTheStart() throws Exception {
    assertThat(state(server().as("ags:1", TestXta.READER).mailboxAt("send")))
        .isEqualTo("mailbox refused: 9000");
  }

  @Test
  void serverThatIsAway_isUnreachable() throws Exception {
    assertThat(state(new ForeignServer(folder, 1))).isEqualTo("unreachable");
  }

  @Test
  void health_isDegradedWhenAServerIsNotWell() throws Exception {
    var test = new XtaSelfTest(new ForeignServer(folder, 1).servers());

    var health = new XtaServersHealth(test, Clock.systemUTC()).health();

    assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
    assertThat(health.getDetails()).containsEntry(ForeignServer.NAME, "unreachable");
  }

  private static String state(ForeignServer server) throws Exception {
    return new XtaSelfTest(server.servers()).run().get(ForeignServer.NAME);
  }

  private ForeignServer server() throws Exception {
    return new ForeignServer(folder, TestXta.port(gateway));
  }
}
