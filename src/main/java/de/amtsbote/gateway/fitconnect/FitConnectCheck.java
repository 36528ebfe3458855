package de.amtsbote.gateway.fitconnect;

import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.KeyFiles;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;

/** Says what is wrong with the settings of FIT-Connect; nobody is asked. */
public final class FitConnectCheck {

  private FitConnectCheck() {}

  /** Everything that would keep the gateway from starting, one sentence each. */
  public static List<String> problems(Binder binder, boolean samplesAllowed, Clock clock) {
    var problems = new ArrayList<String>();
    try {
      binder
          .bind("amtsbote.fit-connect", FitConnectProperties.class)
          .ifBound(
              properties -> {
                var clients =
                    new FitConnectClients(
                        properties.services(), new KeyFiles(samplesAllowed), samplesAllowed, clock);
                properties
                    .destinations()
                    .forEach((name, it) -> destination(name, it, clients, problems));
                var trusts = binder.bind("amtsbote.osci.trust", String.class).isBound();
                properties
                    .receivers()
                    .forEach((name, it) -> receiver(name, it, clients, trusts, problems));
              });
    } catch (BindException e) {
      problems.add("%s cannot be read: %s".formatted(e.getName(), e.getProperty()));
    }
    return problems;
  }

  private static void destination(
      String name,
      FitConnectProperties.Destination it,
      FitConnectClients clients,
      List<String> problems) {
    Stream.<Runnable>of(
            () -> clients.destination(name, it),
            () -> clients.decryptionKeys(name, it),
            () -> clients.signingKey(name, it))
        .forEach(step -> tried(problems, step));
  }

  private static void receiver(
      String name,
      FitConnectProperties.Receiver it,
      FitConnectClients clients,
      boolean trusts,
      List<String> problems) {
    tried(problems, () -> clients.receiver(name, it));
    if (!trusts && it.keyThumbprints().isEmpty()) {
      problems.add(
          ("amtsbote.fit-connect.receivers.%s.key-thumbprints is missing, and amtsbote.osci.trust,"
                  + " too; nobody vouches for its keys")
              .formatted(name));
    }
  }

  private static void tried(List<String> problems, Runnable step) {
    try {
      step.run();
    } catch (GatewayException e) {
      problems.add(e.details());
    }
  }
}
