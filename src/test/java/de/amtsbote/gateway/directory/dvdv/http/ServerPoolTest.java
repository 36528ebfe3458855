package de.amtsbote.gateway.directory.dvdv.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.directory.dvdv.http.DvdvFailure.Kind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.osci.testpki.TestPki;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServerPoolTest {

  private final TestClock clock = new TestClock(TestPki.NOW);
  private final List<String> asked = new ArrayList<>();
  private final ServerPool pool = pool("own", "other", "third");

  @Test
  void ownServer_isAskedFirst() {
    assertThat(ask("own", 10)).isEqualTo("own");
  }

  @Test
  void serverThatIsSlow_isLeftForAFasterOne() {
    ask("own", 3_000);

    ask("other", 20);
    ask("other", 20);

    assertThat(asked).containsExactly("own", "other", "other");
  }

  @Test
  void serverThatIsFast_isKept() {
    ask("own", 400);
    ask("own", 400);

    assertThat(asked).containsExactly("own", "own");
  }

  @Test
  void openCircuit_isProbedByOneCallerWhenItIsDue() {
    var single = pool("own");
    for (var i = 0; i < 3; i++) {
      assertThatThrownBy(() -> single.ask(this::fail)).isInstanceOf(GatewayException.class);
    }
    asked.clear();

    assertThatThrownBy(() -> single.ask(this::fail)).hasMessageContaining("every DVDV server");
    clock.advance(Duration.ofSeconds(10));
    assertThatThrownBy(() -> single.ask(this::fail)).isInstanceOf(GatewayException.class);
    clock.advance(Duration.ofSeconds(19));
    assertThatThrownBy(() -> single.ask(this::fail)).hasMessageContaining("every DVDV server");

    assertThat(asked).containsExactly("own");
    assertThat(single.states()).containsEntry("own", "down");
  }

  @Test
  void questionThatIsRefused_isNotAskedElsewhere() {
    assertThatThrownBy(
            () ->
                pool.ask(
                    (server, left) -> {
                      asked.add(server.name());
                      throw new DvdvFailure(Kind.REFUSED, "does not take the question");
                    }))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.DIRECTORY_REFUSED));
    assertThat(asked).containsExactly("own");
  }

  @Test
  void deadline_endsTheAsking() {
    assertThatThrownBy(
            () ->
                pool.ask(
                    (server, left) -> {
                      asked.add(server.name() + " " + left.toMinutes());
                      clock.advance(Duration.ofMinutes(3));
                      throw new DvdvFailure(Kind.UNREACHABLE, "does not answer");
                    }))
        .isInstanceOf(GatewayException.class);

    assertThat(asked).containsExactly("own 5", "other 2");
  }

  private String ask(String expected, int millis) {
    var answer =
        pool.ask(
            (server, left) -> {
              asked.add(server.name());
              clock.advance(Duration.ofMillis(millis));
              return server.name();
            });
    assertThat(answer).isEqualTo(expected);
    return answer;
  }

  private String fail(DvdvServer server, Duration left) throws DvdvFailure {
    asked.add(server.name());
    throw new DvdvFailure(Kind.UNREACHABLE, "does not answer");
  }

  private ServerPool pool(String... names) {
    var servers =
        Stream.of(names)
            .map(
                it ->
                    new DvdvServer(
                        URI.create("https://" + it), DvdvAccess.INTERN, "v2", null, null))
            .toList();
    var settings =
        new DvdvHttpSettings(
            List.of(),
            DvdvAccess.INTERN,
            "v2",
            null,
            Duration.ofMinutes(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            1000,
            200,
            Duration.ofMinutes(5),
            3,
            Duration.ofSeconds(10),
            Duration.ofMinutes(5),
            Duration.ofSeconds(1));
    return new ServerPool(servers, settings, clock, clock::advance);
  }
}
