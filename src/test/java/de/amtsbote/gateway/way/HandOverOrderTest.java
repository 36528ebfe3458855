package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.TransmissionStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** An operator acts on a message in the moment in which its hand-over ends. */
class HandOverOrderTest {

  private final Town town = Town.shared();

  @AfterEach
  void procedureGoesOn() {
    town.registration.goesOn();
  }

  @Test
  void whoHoldsTheMessage_neverWaitsForTheEndOfItsHandOver() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");
    town.registration.hangs();
    town.portal().submit(payload);
    await().atMost(SOON).until(() -> town.registration.underWay() == 1);
    var id = MessageId.parse(town.inboundOf(payload).orElseThrow());
    var messages = town.gateway().getBean(MessageStore.class);
    var handOver = town.gateway().getBean(TransmissionStore.class).of(id).get(0).id();

    town.gateway()
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              messages.lock(id);
              town.registration.goesOn();
              await().atMost(SOON).until(this::somebodyWaits);
              town.jdbc()
                  .update("update transmission set updated_at = updated_at where id = ?", handOver);
              status.setRollbackOnly();
            });

    town.operator().awaitState(id.toString(), "DELIVERED");
    assertThat(town.postsWith(payload)).hasSize(1);
  }

  private boolean somebodyWaits() {
    return town.jdbc()
        .queryForObject(
            """
            select exists (select 1 from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock')\
            """,
            Boolean.class);
  }
}
