package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static org.awaitility.Awaitility.await;

/** Makes the gateway forget how an attempt ended, as a crash at the worst moment does. */
final class Amnesia {

  private final Town town;

  Amnesia(Town town) {
    this.town = town;
  }

  /** The message went out, but nobody knows. */
  void forgetThatItWasSent(String id) {
    awaitRest(id);
    town.jdbc()
        .update(
            "update transmission set state = 'SENDING', sent_at = null, next_check_at = null"
                + " where message_id = ?::uuid",
            id);
    runAgain(id);
  }

  /** The procedure has it, but nobody knows. */
  void forgetThatItWasHandedOver(String id) {
    awaitRest(id);
    town.jdbc().update("update transmission set state = 'SENDING' where message_id = ?::uuid", id);
    runAgain(id);
  }

  private void runAgain(String id) {
    town.jdbc()
        .update("update message set state = 'VALIDATED', under_way = true where id = ?::uuid", id);
    town.jdbc()
        .update(
            "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
                + " version) values ('message', ?, now(), false, 1)",
            id);
  }

  private void awaitRest(String id) {
    await()
        .atMost(SOON)
        .until(
            () ->
                town.jdbc()
                        .queryForObject(
                            "select count(*) from scheduled_tasks where task_instance = ?",
                            Long.class,
                            id)
                    == 0);
  }
}
