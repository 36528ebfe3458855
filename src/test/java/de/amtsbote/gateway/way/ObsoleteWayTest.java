package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.entry.xta.XtaPortal;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** A message that is due to be worked on when its last day has passed. */
class ObsoleteWayTest {

  private static final String LAST_DAY = "2097-03-01";

  private final Town town = Town.shared();
  private final XtaPortal portal =
      new XtaPortal((ServletWebServerApplicationContext) town.gateway());

  @Test
  void message_expiresInsteadOfGoingToItsRoute() throws Exception {
    var soon = Clock.systemUTC().instant().plus(Duration.ofSeconds(4));
    assertThat(portal.send("gew:99001002", "<frist/>", soon, LAST_DAY).fault()).isNull();

    var id = letItsDayPass();

    var store = town.gateway().getBean(MessageStore.class);
    await()
        .atMost(States.SOON)
        .untilAsserted(() -> assertThat(store.get(id).state()).isEqualTo(MessageState.EXPIRED));
    assertThat(store.get(id).reason().code().code()).isEqualTo("AB-3103");
  }

  private MessageId letItsDayPass() {
    return MessageId.parse(
        town.jdbc()
            .queryForObject(
                "update correlation set obsolete_after = current_date - 2"
                    + " where obsolete_after = ?::date returning message_id::text",
                String.class,
                LAST_DAY));
  }
}
