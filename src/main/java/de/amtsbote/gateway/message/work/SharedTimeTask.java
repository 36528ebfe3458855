package de.amtsbote.gateway.message.work;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;

/**
 * A task that is taken over from a dead node at the time that all nodes share; by itself the
 * scheduler would take the time of the machine that noticed, and on one whose clock is ahead put it
 * off for everybody.
 */
final class SharedTimeTask<T> implements Task<T>, OnStartup {

  private final Task<T> task;
  private final java.time.Clock clock;

  SharedTimeTask(Task<T> task, java.time.Clock clock) {
    this.task = task;
    this.clock = clock;
  }

  @Override
  public DeadExecutionHandler<T> getDeadExecutionHandler() {
    return (complete, operations) -> operations.reschedule(complete, clock.instant());
  }

  @Override
  public void onStartup(SchedulerClient client, Clock time) {
    if (task instanceof OnStartup recurring) {
      recurring.onStartup(client, time);
    }
  }

  @Override
  public CompletionHandler<T> execute(TaskInstance<T> instance, ExecutionContext context) {
    return task.execute(instance, context);
  }

  @Override
  public String getName() {
    return task.getName();
  }

  @Override
  public Class<T> getDataClass() {
    return task.getDataClass();
  }

  @Override
  public TaskInstance<T> instance(String id) {
    return task.instance(id);
  }

  @Override
  public TaskInstance<T> instance(String id, T data) {
    return task.instance(id, data);
  }

  @Override
  public TaskInstance.Builder<T> instanceBuilder(String id) {
    return task.instanceBuilder(id);
  }

  @Override
  public SchedulableInstance<T> schedulableInstance(String id) {
    return task.schedulableInstance(id);
  }

  @Override
  public SchedulableInstance<T> schedulableInstance(String id, T data) {
    return task.schedulableInstance(id, data);
  }

  @Override
  public FailureHandler<T> getFailureHandler() {
    return task.getFailureHandler();
  }

  @Override
  public int getDefaultPriority() {
    return task.getDefaultPriority();
  }
}
