package de.amtsbote.gateway.message.work;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.WorkQueue;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The queue that db-scheduler keeps in the same database; it is woken after the commit. */
final class SchedulerWorkQueue implements WorkQueue {

  private final SchedulerClient client;
  private final Runnable wakeUp;

  SchedulerWorkQueue(SchedulerClient client, Runnable wakeUp) {
    this.client = client;
    this.wakeUp = wakeUp;
  }

  @Override
  public void schedule(MessageId id, Instant due) {
    try {
      if (!client.schedule(task(id), due, ScheduleOptions.WHEN_EXISTS_RESCHEDULE)) {
        throw new GatewayException(ErrorCode.MESSAGE_BUSY, "message " + id);
      }
    } catch (TaskInstanceCurrentlyExecutingException | ExecutionException e) {
      // the second: somebody has begun with it between the look and the change
      throw new GatewayException(ErrorCode.MESSAGE_BUSY, "message " + id, e);
    }
    wakeUpLater();
  }

  /** What is new cannot be scheduled already, and only a batch is not asked for first. */
  @Override
  public void begin(MessageId id, Instant due) {
    client.scheduleBatch(List.of(task(id)), due);
    wakeUpLater();
  }

  private static TaskInstance<Void> task(MessageId id) {
    return new TaskInstance<>(MessageTask.NAME, id.toString());
  }

  private void wakeUpLater() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new AfterCommit(wakeUp));
    } else {
      wakeUp.run();
    }
  }

  @Override
  public boolean withdraw(MessageId id) {
    try {
      client.cancel(TaskInstanceId.of(MessageTask.NAME, id.toString()));
      return true;
    } catch (TaskInstanceNotFoundException nothingWaits) {
      return true;
    } catch (TaskInstanceCurrentlyExecutingException | ExecutionException e) {
      return false;
    }
  }

  private record AfterCommit(Runnable action) implements TransactionSynchronization {
    @Override
    public void afterCommit() {
      action.run();
    }
  }
}
