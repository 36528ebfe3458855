package de.amtsbote.gateway.entry.fitconnect;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.entry.limits.IntakeGate;
import de.amtsbote.gateway.fitconnect.FitConnectClients;
import de.amtsbote.gateway.fitconnect.FitConnectProperties;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.osci.spool.Spool;
import java.time.Clock;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** A recurring job for each configured destination, which runs on one node at a time. */
class DestinationTasks implements BeanRegistrar {

  private static final String PREFIX = "fit-connect-destination-";
  private static final ParameterizedTypeReference<RecurringTask<Void>> TASK =
      new ParameterizedTypeReference<>() {};

  @Override
  public void register(BeanRegistry registry, Environment environment) {
    Binder.get(environment)
        .bind("amtsbote.fit-connect", FitConnectProperties.class)
        .ifBound(
            properties ->
                properties
                    .destinations()
                    .forEach(
                        (name, it) ->
                            registry.registerBean(
                                PREFIX + name,
                                TASK,
                                spec -> spec.supplier(context -> task(name, it, context)))));
  }

  private static RecurringTask<Void> task(
      String name,
      FitConnectProperties.Destination destination,
      BeanRegistry.SupplierContext context) {
    var clock = context.bean(Clock.class);
    var settings = Settings.open(name, destination, context.bean(FitConnectClients.class), clock);
    var submissions = context.bean(FitConnectSubmissionStore.class);
    var messages = context.bean(MessageStore.class);
    var intake =
        new SubmissionIntake(
            settings,
            messages,
            context.bean(CorrelationStore.class),
            submissions,
            context.bean(TransactionTemplate.class),
            context.bean(Spool.class));
    var fetch = new DestinationFetch(settings, intake, submissions, messages, clock);
    // what is not fetched while disk or backlog are full stays safe with the delivery service
    var gate = context.bean(IntakeGate.class);
    return Tasks.recurring(PREFIX + name, FixedDelay.of(destination.poll()))
        .execute((instance, execution) -> fetch.run(gate::isOpen));
  }
}
