package de.amtsbote.gateway.delivery.xta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.TransmissionState;
import de.amtsbote.gateway.message.gate.CircuitStore;
import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.HeldBackException;
import de.amtsbote.gateway.message.gate.PauseStore;
import de.amtsbote.gateway.message.gate.TestGates;
import de.amtsbote.gateway.xta.XtaRemote;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A pause holds back what is sent from now on; what may have arrived is cleared up. */
@GatewayTest
class PausedServerTest {

  private static final int MORE_THAN_OPEN_IT = 15;
  private static final String SERVER = Gate.delivery(ForeignServer.NAME);

  @Autowired ServletWebServerApplicationContext gateway;
  @Autowired XtaSending xta;
  @Autowired PauseStore pauses;
  @Autowired CircuitStore circuits;
  @Autowired JdbcTemplate jdbc;
  @Autowired Clock clock;
  @TempDir Path folder;
  private Message message;
  private XtaServers servers;

  @BeforeEach
  void message() throws Exception {
    message = xta.message();
    servers = new ForeignServer(folder, TestXta.port(gateway)).servers();
  }

  @AfterEach
  void resume() {
    pauses.resume(message.tenant(), SERVER);
    jdbc.update("delete from circuit");
  }

  @Test
  void messageThatWasNeverSent_waits() {
    pause();

    assertHeldBack();

    assertThat(xta.transmission(message).state()).isEqualTo(TransmissionState.PLANNED);
    assertThat(xta.transmission(message).osciMessageId()).isNull();
  }

  @Test
  void attemptThatGotThrough_isFoundAllTheSame() {
    attemptOfWhichNobodyKnows(Faulty.losing(remote(), "send"));
    pause();

    var id = xta.sender(servers).send(xta.outgoing(message));

    assertThat(xta.transmission(message).state()).isEqualTo(TransmissionState.SENT);
    assertThat(xta.transmission(message).attempts()).isEqualTo(1);
    assertThat(xta.arrived(id)).isNotNull();
  }

  @Test
  void attemptThatDidNotArrive_isNotMadeAgainBeforeThePauseEnds() {
    attemptOfWhichNobodyKnows(Faulty.dead(remote(), "send"));
    pause();

    assertHeldBack();
    assertThat(xta.transmission(message).attempts()).isEqualTo(1);

    resume();
    xta.sender(servers).send(xta.outgoing(message));
    assertThat(xta.transmission(message).state()).isEqualTo(TransmissionState.SENT);
    assertThat(xta.transmission(message).attempts()).isEqualTo(2);
  }

  @Test
  void serverThatDoesNotSayWhatArrived_isAskedAgain() {
    attemptOfWhichNobodyKnows(Faulty.losing(remote(), "send"));
    pause();

    assertThatThrownBy(
            () -> xta.sender(servers, Faulty.dead(remote(), "report")).send(xta.outgoing(message)))
        .isInstanceOf(GatewayException.class);

    assertThat(xta.transmission(message).state()).isEqualTo(TransmissionState.SENDING);
  }

  /** A server may report well and take nothing. */
  @Test
  void serverThatOnlyReports_isDownAndTakesNoMoreAttempts() {
    var reporting = Faulty.dead(remote(), "send");
    for (var retry = 0; retry < MORE_THAN_OPEN_IT; retry++) {
      assertThatThrownBy(() -> xta.sender(servers, reporting).send(xta.outgoing(message)))
          .isInstanceOf(GatewayException.class);
      if (isDown()) {
        break;
      }
    }
    assertThat(isDown()).isTrue();
    var attempts = xta.transmission(message).attempts();

    for (var retry = 0; retry < MORE_THAN_OPEN_IT; retry++) {
      assertHeldBack();
    }

    assertThat(xta.transmission(message).attempts()).isEqualTo(attempts);
    assertThat(isDown()).isTrue();
  }

  /** Each message asks for itself, but no more at once than the server takes. */
  @Test
  void serverThatIsFull_isAskedLater() {
    attemptOfWhichNobodyKnows(Faulty.losing(remote(), "send"));
    var slots = TestGates.slots(jdbc, clock);
    slots.limit(SERVER, 1);
    var gates = TestGates.on(jdbc, clock, slots);
    var asked = new AtomicInteger();
    var counted = Faulty.before(remote(), "report", asked::incrementAndGet);

    gates.<String, GatewayException>through(
        SERVER,
        () -> {
          assertThatThrownBy(() -> xta.sender(servers, counted, gates).send(xta.outgoing(message)))
              .isInstanceOf(HeldBackException.class);
          return "";
        });

    assertThat(asked).hasValue(0);
  }

  private boolean isDown() {
    return circuits.open().stream().anyMatch(it -> it.destination().equals(SERVER));
  }

  private void attemptOfWhichNobodyKnows(XtaRemote faulty) {
    assertThatThrownBy(() -> xta.sender(servers, faulty).send(xta.outgoing(message)))
        .isInstanceOf(GatewayException.class);
    assertThat(xta.transmission(message).state()).isEqualTo(TransmissionState.SENDING);
  }

  private XtaRemote remote() {
    return servers.remote(ForeignServer.NAME);
  }

  private void pause() {
    pauses.pause(message.tenant(), SERVER, "maintenance there", "test");
  }

  private void assertHeldBack() {
    assertThatThrownBy(() -> xta.sender(servers).send(xta.outgoing(message)))
        .isInstanceOf(HeldBackException.class);
  }
}
