package de.amtsbote.gateway.entry.mailbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.directory.SenderCategories;
import de.amtsbote.gateway.entry.limits.IntakeGate;
import de.amtsbote.gateway.entry.scan.Suspects;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.VirusScanner;
import de.amtsbote.gateway.osci.OsciClients;
import java.time.Clock;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;

/** A recurring job for each configured mailbox, which runs on one node at a time. */
class MailboxTasks implements BeanRegistrar {

  private static final String PREFIX = "osci-mailbox-";
  private static final ParameterizedTypeReference<RecurringTask<Void>> TASK =
      new ParameterizedTypeReference<>() {};

  @Override
  public void register(BeanRegistry registry, Environment environment) {
    Binder.get(environment)
        .bind("amtsbote.osci", MailboxProperties.class)
        .ifBound(
            properties -> properties.mailboxes().forEach((n, it) -> register(registry, n, it)));
  }

  private static void register(
      BeanRegistry registry, String name, MailboxProperties.Mailbox mailbox) {
    if (mailbox.intermediary() == null) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          "amtsbote.osci.mailboxes.%s.intermediary is missing; name one of the directory"
              .formatted(name));
    }
    registry.registerBean(
        PREFIX + name, TASK, spec -> spec.supplier(context -> task(name, mailbox, context)));
  }

  private static RecurringTask<Void> task(
      String name, MailboxProperties.Mailbox mailbox, BeanRegistry.SupplierContext context) {
    context
        .bean(SenderCategories.class)
        .requireAskable(
            "amtsbote.osci.mailboxes.%s.author-category".formatted(name), mailbox.authorCategory());
    var fetch =
        new MailboxFetch(
            name,
            mailbox,
            context.bean(LiveDirectory.class),
            context.bean(OsciClients.class),
            context.bean(MailboxIntake.class),
            new Suspects(context.bean(VirusScanner.class)),
            context.bean(Clock.class));
    // what is not fetched while disk or backlog are full stays safe in the mailbox
    var gate = context.bean(IntakeGate.class);
    return Tasks.recurring(PREFIX + name, FixedDelay.of(mailbox.poll()))
        .execute(
            (instance, execution) -> {
              if (gate.isOpen()) {
                fetch.run();
              }
            });
  }
}
