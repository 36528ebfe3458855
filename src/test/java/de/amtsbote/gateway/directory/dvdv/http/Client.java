package de.amtsbote.gateway.directory.dvdv.http;

import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.directory.dvdv.DvdvTown;
import de.amtsbote.gateway.simulator.dvdv.DvdvContent;
import de.amtsbote.gateway.simulator.dvdv.DvdvDouble;
import de.amtsbote.osci.testpki.TestPki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/** A client of doubles, over a clock that its pauses move. */
final class Client implements AutoCloseable {

  final TestClock clock = new TestClock(TestPki.NOW);
  final DvdvContent content = DvdvTown.content();
  final List<DvdvDouble> servers = new ArrayList<>();
  final List<Duration> pauses = new ArrayList<>();
  private DvdvHttp http;

  static Client of(int servers) {
    var client = new Client();
    for (var i = 0; i < servers; i++) {
      client.servers.add(client.server(null, false));
    }
    return client;
  }

  DvdvDouble server(SSLContext tls, boolean askClients) {
    try {
      return DvdvDouble.start(
          content,
          new DvdvDouble.Setup(
              0,
              tls,
              askClients,
              List.of(DvdvTown.CLIENT.certificate()),
              Duration.ofDays(1),
              Duration.ofMillis(50),
              clock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DvdvDouble server() {
    return servers.get(0);
  }

  DvdvHttp http() {
    if (http == null) {
      http = http(servers.stream().map(DvdvDouble::address).toList(), null, Duration.ofSeconds(3));
    }
    return http;
  }

  DvdvHttp http(List<URI> addresses, SSLContext tls, Duration answer) {
    var settings =
        new DvdvHttpSettings(
            addresses,
            DvdvAccess.STANDALONE,
            "v2",
            null,
            Duration.ofMinutes(5),
            Duration.ofSeconds(20),
            answer,
            8_000_000,
            200,
            Duration.ofMinutes(5),
            3,
            Duration.ofSeconds(10),
            Duration.ofMinutes(5),
            Duration.ofSeconds(1));
    return new DvdvHttp(
        settings,
        tls,
        new ClientAssertion(DvdvTown.CLIENT.key(), DvdvTown.CLIENT.certificate(), clock),
        clock,
        pause -> {
          pauses.add(pause);
          clock.advance(pause);
        });
  }

  @Override
  public void close() {
    servers.forEach(DvdvDouble::close);
  }
}
