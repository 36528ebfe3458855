package de.amtsbote.gateway.entry.xta.fetch;

import de.amtsbote.gateway.delivery.xta.XtaServersProperties;
import de.amtsbote.gateway.xta.XtaRemote;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationContext;

/** The entry of an XTA mailbox, for tests of other packages. */
public final class TestFetch {

  private TestFetch() {}

  /** Empties the mailbox of our account at a server into the store. */
  public static void run(ApplicationContext gateway, String server, XtaRemote remote) {
    var settings =
        new XtaServersProperties.Fetch("stadt", Duration.ofSeconds(10), 10, Duration.ofMinutes(15));
    new XtaFetch(
            server,
            settings,
            remote,
            gateway.getBean(FetchIntake.class),
            Clock.systemUTC(),
            1 << 20,
            () -> true)
        .run();
  }
}
