package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class EventFeedTest {

  private static final String FEED = "/api/v1/events?limit=1000&after=";

  @LocalServerPort int port;
  @Autowired MessageStore store;

  @Test
  void portalThatPolls_seesEachMoveOnce() throws Exception {
    var portal = Portal.at(port);
    var begin = end(portal);
    var id = portal.submit("<a/>").field("id");
    store.move(MessageId.parse(id), MessageState.VALIDATED, Note.SYSTEM);

    var page = portal.get(FEED + begin);

    assertThat(page.json().path("events").findValuesAsString("type"))
        .containsExactly("de.amtsbote.message.received", "de.amtsbote.message.validated");
    assertThat(page.json().path("events").findValuesAsString("subject")).containsOnly(id);
    assertThat(portal.get(FEED + page.field("next")).json().path("events")).isEmpty();
  }

  @Test
  void nothingNew_givesTheSamePlaceBack() throws Exception {
    var portal = Portal.at(port);
    var end = end(portal);

    assertThat(portal.get(FEED + end).field("next")).isEqualTo(end);
  }

  @Test
  void otherAccount_seesNothingOfIt() throws Exception {
    var id = Portal.at(port).submit("<a/>").field("id");

    assertThat(new Portal(port, TestGateway.OTHER_TENANT).get(FEED).text()).doesNotContain(id);
  }

  @Test
  void page_endsAtItsLimit() throws Exception {
    var portal = Portal.at(port);
    var begin = end(portal);
    portal.submit("<a/>");
    portal.submit("<b/>");

    var first = portal.get("/api/v1/events?limit=1&after=" + begin);
    var second = portal.get("/api/v1/events?limit=1&after=" + first.field("next"));

    assertThat(first.json().path("events")).hasSize(1);
    assertThat(second.json().path("events")).hasSize(1);
    assertThat(second.text()).isNotEqualTo(first.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"after=-1", "after=abc", "after=9999999999999999999", "limit=0", "limit=1001"})
  void impossiblePlace_isRefused(String query) throws Exception {
    Refusal.assertProblem(
        Portal.at(port).get("/api/v1/events?" + query), ErrorCode.PARAMETER_INVALID);
  }

  @Test
  void stranger_seesNothing() throws Exception {
    Refusal.assertProblem(new Portal(port, null).get(FEED), ErrorCode.TOKEN_MISSING);
  }

  private static String end(Portal portal) throws Exception {
    var place = "0";
    for (var page = portal.get(FEED); !page.json().path("events").isEmpty(); ) {
      place = page.field("next");
      page = portal.get(FEED + place);
    }
    return place;
  }
}
