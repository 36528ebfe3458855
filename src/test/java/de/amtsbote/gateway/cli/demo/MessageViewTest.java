package de.amtsbote.gateway.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MessageViewTest {

  @Test
  void path_namesEachStateOnce() {
    MessageView view =
        view(
            """
            {"state": "SENT", "timeline": [
              {"state": "RECEIVED", "event": "RECEIVED"},
              {"state": "RECEIVED", "event": "ROUTED"},
              {"state": "SENT", "event": "SENT"}]}
            """);

    assertThat(view.path()).containsExactly("RECEIVED", "SENT");
  }

  @Test
  void rejection_isExplainedByItsFirstFinding() {
    MessageView view =
        view(
            """
            {"state": "REJECTED", "timeline": [],
             "reason": {"code": "AB-2005", "title": "Violates its standard.", "findings": [
               {"line": 7, "path": "/a/b", "message": "too long"}, {"line": 9, "path": "/a/c"}]}}
            """);

    assertThat(view.why()).isEqualTo("AB-2005 Violates its standard. line 7, /a/b: too long");
  }

  @Test
  void parkedMessage_hasEndedWithoutDelivery() {
    MessageView view = view("{\"state\": \"PARKED\", \"timeline\": []}");

    assertThat(view.ended() && !view.delivered()).isTrue();
  }

  @Test
  void sentMessage_isUnderWay() {
    assertThat(view("{\"state\": \"SENT\", \"timeline\": []}").ended()).isFalse();
  }

  private static MessageView view(String json) {
    return MessageView.of(JsonMapper.shared().readTree(json));
  }
}
