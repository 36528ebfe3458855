package de.amtsbote.gateway.entry.xta.fetch;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.delivery.xta.XtaServers;
import de.amtsbote.gateway.delivery.xta.XtaServersProperties;
import de.amtsbote.gateway.entry.limits.IntakeGate;
import de.amtsbote.gateway.entry.scan.Suspects;
import de.amtsbote.gateway.message.VirusScanner;
import java.time.Clock;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;

/** A recurring job for each mailbox that is fetched from, which runs on one node at a time. */
class FetchTasks implements BeanRegistrar {

  private static final String PREFIX = "xta-mailbox-";
  private static final ParameterizedTypeReference<RecurringTask<Void>> TASK =
      new ParameterizedTypeReference<>() {};

  @Override
  public void register(BeanRegistry registry, Environment environment) {
    Binder.get(environment)
        .bind("amtsbote.xta", XtaServersProperties.class)
        .ifBound(
            properties ->
                properties.servers().entrySet().stream()
                    .filter(it -> it.getValue().fetch() != null)
                    .forEach(it -> register(registry, it.getKey(), it.getValue())));
  }

  private static void register(
      BeanRegistry registry, String name, XtaServersProperties.Server settings) {
    registry.registerBean(
        PREFIX + name, TASK, spec -> spec.supplier(context -> task(name, settings, context)));
  }

  private static RecurringTask<Void> task(
      String name, XtaServersProperties.Server server, BeanRegistry.SupplierContext context) {
    var settings = server.fetch();
    // what is not fetched while disk or backlog are full stays safe in the mailbox
    var gate = context.bean(IntakeGate.class);
    var fetch =
        new XtaFetch(
            name,
            settings,
            context.bean(XtaServers.class).remote(name),
            context.bean(FetchIntake.class),
            new Suspects(context.bean(VirusScanner.class)),
            context.bean(Clock.class),
            server.limit().toBytes(),
            gate::isOpen);
    return Tasks.recurring(PREFIX + name, FixedDelay.of(settings.poll()))
        .execute(
            (instance, execution) -> {
              if (gate.isOpen()) {
                fetch.run();
              }
            });
  }
}
