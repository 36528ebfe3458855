package de.amtsbote.gateway.delivery.drop;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.delivery.Deliveries;
import de.amtsbote.gateway.delivery.DeliveryProperties;
import de.amtsbote.gateway.message.gate.Gates;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;

/** A recurring look at the answers of each delivery in two steps, on one node at a time. */
class AnswerTasks implements BeanRegistrar {

  private static final String PREFIX = "answers-";
  private static final ParameterizedTypeReference<RecurringTask<Void>> TASK =
      new ParameterizedTypeReference<>() {};

  @Override
  public void register(BeanRegistry registry, Environment environment) {
    var binder = Binder.get(environment);
    binder
        .bind("amtsbote.deliveries", Bindable.mapOf(String.class, Object.class))
        .ifBound(
            deliveries ->
                deliveries.keySet().stream()
                    .filter(it -> isAnswered(binder, it))
                    .forEach(it -> register(registry, it)));
  }

  private static boolean isAnswered(Binder binder, String delivery) {
    return binder
        .bind("amtsbote.deliveries." + delivery + ".two-step", Boolean.class)
        .orElse(false);
  }

  private static void register(BeanRegistry registry, String delivery) {
    registry.registerBean(
        PREFIX + delivery, TASK, spec -> spec.supplier(context -> task(delivery, context)));
  }

  private static RecurringTask<Void> task(String delivery, BeanRegistry.SupplierContext context) {
    // made ready by now, so that the folders are known
    context.bean(Deliveries.class).get(delivery);
    var look = context.bean(Drops.class).look(delivery, context.bean(Gates.class));
    var poll = context.bean(DeliveryProperties.class).deliveries().get(delivery).poll();
    return Tasks.recurring(PREFIX + delivery, FixedDelay.of(poll))
        .execute((instance, job) -> look.run(job.getSchedulerState()::isShuttingDown));
  }
}
