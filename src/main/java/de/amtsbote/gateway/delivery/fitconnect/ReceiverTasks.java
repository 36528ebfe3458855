package de.amtsbote.gateway.delivery.fitconnect;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.delivery.mailbox.ExpectedAnswers;
import de.amtsbote.gateway.fitconnect.FitConnectClients;
import de.amtsbote.gateway.fitconnect.FitConnectProperties;
import de.amtsbote.gateway.fitconnect.KeyTrust;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.ReceiptStore;
import de.amtsbote.gateway.message.gate.Gates;
import java.time.Clock;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** A recurring job for each configured receiver, which runs on one node at a time. */
class ReceiverTasks implements BeanRegistrar {

  private static final String PREFIX = "fit-connect-receiver-";
  private static final ParameterizedTypeReference<RecurringTask<Void>> TASK =
      new ParameterizedTypeReference<>() {};

  @Override
  public void register(BeanRegistry registry, Environment environment) {
    Binder.get(environment)
        .bind("amtsbote.fit-connect", FitConnectProperties.class)
        .ifBound(
            properties ->
                properties
                    .receivers()
                    .forEach(
                        (name, it) ->
                            registry.registerBean(
                                PREFIX + name,
                                TASK,
                                spec -> spec.supplier(context -> task(name, it, context)))));
  }

  private static RecurringTask<Void> task(
      String name, FitConnectProperties.Receiver receiver, BeanRegistry.SupplierContext context) {
    var api = context.bean(FitConnectClients.class).receiver(name, receiver);
    var follow =
        new ReceiverFollow(
            name,
            receiver.poll(),
            context.bean(KeyTrust.class).log(name, receiver, api, context.bean(Clock.class)),
            context.bean(FitConnectSendingStore.class),
            context.bean(ExpectedAnswers.class),
            context.bean(MessageStore.class),
            context.bean(ReceiptStore.class),
            context.bean(TransactionTemplate.class),
            context.bean(Gates.class),
            context.bean(Clock.class));
    return Tasks.recurring(PREFIX + name, FixedDelay.of(receiver.poll()))
        .execute(
            (instance, job) -> {
              var node = job.getSchedulerState();
              follow.run(() -> node.isShuttingDown() || node.isPaused());
            });
  }
}
