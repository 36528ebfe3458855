package de.amtsbote.gateway.operations.control;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@GatewayTest
class StalePreviewTest {

  @LocalServerPort int port;
  @Autowired MessageStore store;
  @Autowired JdbcTemplate jdbc;

  private static final String REPEAT =
      "{\"operation\": {\"action\": \"repeat\"}, \"filter\": {\"standard\": \"%s\"}}";

  private static final String CONFIRM = "{\"token\": \"%s\", \"reason\": \"route repaired\"}";

  @Test
  void otherMessagesThanShown_areNotTouched() throws Exception {
    var standard = "stale" + UUID.randomUUID();
    Desk.parked(store, "stadt", standard);
    var token = token(Desk.operator(port), standard);
    Desk.parked(store, "stadt", standard);

    Desk.assertRefused(
        Desk.operator(port).post("/bulk", CONFIRM.formatted(token)), ErrorCode.PREVIEW_STALE);
  }

  @Test
  void tokenIsGoodOnceOnly() throws Exception {
    var standard = "stale" + UUID.randomUUID();
    Desk.parked(store, "stadt", standard);
    var token = token(Desk.operator(port), standard);
    Desk.json(Desk.operator(port).post("/bulk", CONFIRM.formatted(token)));

    Desk.assertRefused(
        Desk.operator(port).post("/bulk", CONFIRM.formatted(token)), ErrorCode.PREVIEW_STALE);
  }

  @Test
  void inventedOrForeignToken_isRefused() throws Exception {
    var standard = "stale" + UUID.randomUUID();
    Desk.parked(store, "stadt", standard);
    var token = token(Desk.operator(port), standard);

    Desk.assertRefused(
        Desk.operator(port).post("/bulk", CONFIRM.formatted("0")), ErrorCode.PREVIEW_STALE);
    Desk.assertRefused(
        new Desk(port, TestGateway.OTHER_OPERATOR).post("/bulk", CONFIRM.formatted(token)),
        ErrorCode.PREVIEW_STALE);
  }

  @Test
  void selectionOfNothing_isRefused() throws Exception {
    Desk.assertRefused(
        Desk.operator(port).post("/bulk/preview", REPEAT.formatted("none" + UUID.randomUUID())),
        ErrorCode.SELECTION_TOO_LARGE);
  }

  @Test
  void misspeltFilter_isRefusedAndSelectsNothing() throws Exception {
    Desk.assertRefused(
        Desk.operator(port)
            .post(
                "/bulk/preview",
                "{\"operation\": {\"action\": \"repeat\"}, \"filter\": {\"standart\": \"x\"}}"),
        ErrorCode.PARAMETER_INVALID);
  }

  /**
   * A message that is in the way of somebody else stays as it is; the others do not wait for it.
   */
  @Test
  void messageThatSomebodyWrites_keepsNoOtherFromBeingRepeated() throws Exception {
    var standard = "stale" + UUID.randomUUID();
    Desk.parked(store, "stadt", standard);
    var busy = Desk.parked(store, "stadt", standard);
    Desk.parked(store, "stadt", standard);
    var token = token(Desk.operator(port), standard);
    jdbc.execute(
        """
        create function deadlock() returns trigger language plpgsql as
          $$ begin raise exception 'deadlock' using errcode = '40P01'; end $$;
        create trigger deadlock before update on message for each row
          when (new.id = '%s') execute function deadlock()"""
            .formatted(busy));
    try {
      var result = Desk.json(Desk.operator(port).post("/bulk", CONFIRM.formatted(token)));

      assertThat(result.path("done").asInt()).isEqualTo(2);
      assertThat(result.path("refused").path("AB-3011").asInt()).isEqualTo(1);
      assertThat(store.get(busy).state()).isEqualTo(MessageState.PARKED);
    } finally {
      jdbc.execute("drop function deadlock cascade");
    }
  }

  private static String token(Desk desk, String standard) throws Exception {
    return Desk.json(desk.post("/bulk/preview", REPEAT.formatted(standard)))
        .path("token")
        .asString();
  }
}
