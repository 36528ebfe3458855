package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.directory.dvdv.http.DvdvAccess;
import de.amtsbote.gateway.directory.dvdv.http.DvdvHttp;
import de.amtsbote.gateway.directory.dvdv.http.DvdvHttpSettings;
import de.amtsbote.gateway.simulator.dvdv.DvdvContent;
import de.amtsbote.gateway.simulator.dvdv.DvdvDouble;
import de.amtsbote.osci.testpki.TestPki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A source over one double, as the gateway puts it together. */
final class Wiring implements AutoCloseable {

  final TestClock clock = new TestClock(TestPki.NOW);
  final DvdvContent content = DvdvTown.content();
  final DvdvDouble server;
  final Dvdv dvdv;
  final DvdvSource source;

  Wiring(Map<String, DvdvProperties.Service> services, DvdvProperties.Network... networks) {
    try {
      server = DvdvDouble.start(content, DvdvDouble.Setup.plain(List.of(), clock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var settings = settings(server.address());
    var times =
        new DvdvProperties.Cache(
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofHours(24),
            100);
    var api = new DvdvHttp(settings, null, null, clock, clock::advance).api();
    var entries = entries(clock, networks);
    dvdv = new Dvdv(api, times, entries::end, clock);
    source =
        new DvdvSource(
            "dvdv", dvdv::service, dvdv::doubt, new ServiceNames(services), entries, clock);
  }

  static EntryBuilder entries(TestClock clock, DvdvProperties.Network... networks) {
    return new EntryBuilder(
        networks.length == 0 ? List.of(DvdvProperties.Network.INTERNET) : List.of(networks),
        new LiveDirectory(null, clock),
        clock);
  }

  static DvdvProperties.Service service(String standard, String version, String... types) {
    return new DvdvProperties.Service(
        DvdvTown.SERVICE, null, standard, version, Set.of(types), "MESSAGE");
  }

  @Override
  public void close() {
    server.close();
  }

  /** One server that needs no token and answers soon. */
  static DvdvHttpSettings settings(URI server) {
    return new DvdvHttpSettings(
        List.of(server),
        DvdvAccess.INTERN,
        "v2",
        null,
        Duration.ofMinutes(5),
        Duration.ofSeconds(20),
        Duration.ofSeconds(20),
        1_000_000,
        200,
        Duration.ofMinutes(5),
        3,
        Duration.ofSeconds(10),
        Duration.ofMinutes(5),
        Duration.ofSeconds(1));
  }
}
