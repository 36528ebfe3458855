package de.amtsbote.gateway.entry.xta.fetch;

import de.amtsbote.gateway.delivery.xta.XtaServersProperties;
import de.amtsbote.gateway.entry.scan.Suspects;
import de.amtsbote.gateway.message.VirusScanner;
import de.amtsbote.gateway.xta.XtaRemote;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationContext;

/** The entry of an XTA mailbox, for tests of other packages. */
public final class TestFetch {

  private TestFetch() {}

  /** Empties the mailbox of our account at a server into the store. */
  public static void run(ApplicationContext gateway, String server, XtaRemote remote) {
    run(gateway, server, remote, 1);
  }

  /** The same so many times. */
  static void run(ApplicationContext gateway, String server, XtaRemote remote, int times) {
    var settings =
        new XtaServersProperties.Fetch("stadt", Duration.ofSeconds(10), 10, Duration.ofMinutes(15));
    var fetch =
        new XtaFetch(
            server,
            settings,
            remote,
            gateway.getBean(FetchIntake.class),
            new Suspects(gateway.getBean(VirusScanner.class)),
            Clock.systemUTC(),
            1 << 20,
            () -> true);
    for (var i = 0; i < times; i++) {
      fetch.run();
    }
  }
}
