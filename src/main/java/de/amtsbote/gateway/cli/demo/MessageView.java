package de.amtsbote.gateway.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the gateway says about a message.
 *
 * @param path the states it went through, in order
 * @param code the reason it was refused or parked, or empty
 * @param why the latest entry of its timeline, in words
 */
record MessageView(String state, List<String> path, String code, String why) {

  static final MessageView NOTHING_YET = new MessageView("", List.of(), "", "");

  private static final Set<String> DELIVERED = Set.of("DELIVERED", "COMPLETED");
  private static final Set<String> ENDS = Set.of("REJECTED", "PARKED", "CANCELLED", "EXPIRED");
  private static final String REFUSED = "REFUSED";
  private static final String REPEAT = "DUPLICATE";
  private static final Map<String, String> WORDS =
      Map.of(
          "RECEIVED", "on disk, receipt given",
          "ROUTED", "a route has taken it",
          "VALIDATED", "obeys its standard",
          "RESERVED", "OSCI message id reserved",
          "SENT", "signed, encrypted, in the authority's mailbox",
          "RECEIPT", "the intermediary's process card came back",
          "DELIVERED", "fetched by the authority",
          "COMPLETED", "nothing is left to do");

  /** Reads the JSON of one message. */
  static MessageView of(JsonNode message) {
    List<String> path = new ArrayList<>();
    String why = "";
    for (JsonNode entry : message.path("timeline")) {
      String state = entry.path("state").asString("");
      if (path.isEmpty() || !path.get(path.size() - 1).equals(state)) {
        path.add(state);
      }
      why = entry.path("event").asString("").equals(REPEAT) ? why : inWords(entry);
    }
    JsonNode reason = message.path("reason");
    return new MessageView(
        message.path("state").asString(""),
        List.copyOf(path),
        reason.path("code").asString(""),
        reason.isObject() ? inWords(reason, reason.path("findings").path(0)) : why);
  }

  /** Reads the problem document of a message that was not taken. */
  static MessageView refusedAtTheDoor(JsonNode problem) {
    return new MessageView(
        REFUSED,
        List.of(REFUSED),
        problem.path("code").asString(""),
        problem.path("title").asString("") + " " + problem.path("detail").asString(""));
  }

  boolean delivered() {
    return DELIVERED.contains(state);
  }

  boolean rejected() {
    return state.equals("REJECTED") || state.equals(REFUSED);
  }

  boolean ended() {
    return delivered() || ENDS.contains(state) || state.equals(REFUSED);
  }

  private static String inWords(JsonNode entry) {
    String event = entry.path("event").asString("");
    String code = entry.path("code").asString("");
    return (WORDS.getOrDefault(event, event.toLowerCase(Locale.ROOT)) + " " + code).strip();
  }

  private static String inWords(JsonNode reason, JsonNode finding) {
    String first =
        finding.isMissingNode()
            ? reason.path("details").asString("")
            : "line %d, %s: %s"
                .formatted(
                    finding.path("line").asInt(),
                    finding.path("path").asString(""),
                    finding.path("message").asString(""));
    return (reason.path("code").asString("")
            + " "
            + reason.path("title").asString("")
            + " "
            + first)
        .strip();
  }
}
