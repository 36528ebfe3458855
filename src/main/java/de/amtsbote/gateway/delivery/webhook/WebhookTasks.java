package de.amtsbote.gateway.delivery.webhook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.message.event.EventStore;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;

/** A recurring job for each account with a webhook, which runs on one node at a time. */
class WebhookTasks implements BeanRegistrar {

  private static final String PREFIX = "webhook-";
  private static final ParameterizedTypeReference<RecurringTask<Void>> TASK =
      new ParameterizedTypeReference<>() {};

  @Override
  public void register(BeanRegistry registry, Environment environment) {
    Binder.get(environment)
        .bind("amtsbote.accounts", Bindable.mapOf(String.class, Object.class))
        .ifBound(
            accounts ->
                accounts.keySet().stream()
                    .filter(it -> hasWebhook(environment, it))
                    .forEach(it -> register(registry, it)));
  }

  private static boolean hasWebhook(Environment environment, String account) {
    return Binder.get(environment)
        .bind(
            "amtsbote.accounts." + account + ".webhook", Bindable.mapOf(String.class, Object.class))
        .isBound();
  }

  private static void register(BeanRegistry registry, String account) {
    registry.registerBean(
        PREFIX + account, TASK, spec -> spec.supplier(context -> task(account, context)));
  }

  private static RecurringTask<Void> task(String account, BeanRegistry.SupplierContext context) {
    var properties = context.bean(WebhookProperties.class);
    var clock = context.bean(Clock.class);
    var run =
        new WebhookRun(
            context.bean(WebhookTargets.class).of(account),
            context.bean(EventStore.class),
            context.bean(WebhookCircuitStore.class),
            new WebhookClient(properties.timeout(), properties.source(), clock),
            properties,
            new PushBackoff(properties.firstBackoff(), properties.maxBackoff(), new SecureRandom()),
            clock);
    var slots = context.bean(WebhookSlots.class);
    return Tasks.recurring(PREFIX + account, FixedDelay.of(properties.poll()))
        .execute(
            (instance, job) ->
                slots.runIfFree(() -> run.run(job.getSchedulerState()::isShuttingDown)));
  }
}
