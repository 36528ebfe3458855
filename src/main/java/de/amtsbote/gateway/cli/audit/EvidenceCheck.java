package de.amtsbote.gateway.cli.audit;

import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.Sha256;
import de.amtsbote.gateway.message.TimelineChain;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.order.ProcessCardDocument;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks exported evidence against itself: digests, the hash chain of the timeline, and whether
 * receipts and process cards tell the same as timeline and hand-overs.
 */
final class EvidenceCheck {

  private static final String SUMS = "SHA256SUMS";
  private static final String TIMELINE = "timeline.json";
  private static final String RECEIPTS = "receipts.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, byte[]> files;
  private final List<EvidenceReport.Problem> problems = new ArrayList<>();
  private String head = TimelineChain.START;

  private EvidenceCheck(Map<String, byte[]> files) {
    this.files = files;
  }

  /** Checks the files of a ZIP. */
  static EvidenceReport of(Map<String, byte[]> files) {
    return new EvidenceCheck(files).run();
  }

  private EvidenceReport run() {
    sums();
    var message = json("message.json").path("message");
    var id = text(message, "id");
    var timeline = json(TIMELINE);
    chain(id, timeline);
    if (!text(timeline.path(timeline.size() - 1), "state").equals(text(message, "state"))) {
      problem("message.json", "the state is not the one of the last entry of the timeline");
    }
    var given = json(RECEIPTS).path("given");
    if (!text(given, "id").equals(id)
        || !text(given, "receivedAt").equals(text(timeline.path(0), "at"))) {
      problem(RECEIPTS, "the receipt is not the one of the first entry of the timeline");
    }
    json("hand-overs.json").forEach(this::card);
    return new EvidenceReport(id, timeline.size(), head, problems.isEmpty(), problems);
  }

  private void sums() {
    var missing = new HashSet<>(files.keySet());
    missing.remove(SUMS);
    for (var line : new String(file(SUMS), StandardCharsets.UTF_8).lines().toList()) {
      var parts = line.split("  ", 2);
      var name = parts[parts.length - 1];
      missing.remove(name);
      if (!files.containsKey(name)) {
        problem(name, "is missing");
      } else if (!Sha256.hex(files.get(name)).equals(parts[0])) {
        problem(name, "does not have the digest that " + SUMS + " names");
      }
    }
    missing.forEach(name -> problem(name, SUMS + " does not name it"));
  }

  /** Names the first entry that does not hold; behind it nothing can. */
  private void chain(String id, JsonNode timeline) {
    var expected = 1;
    for (var entry : timeline) {
      var broken = broken(id, entry, expected);
      if (broken != null) {
        problem(TIMELINE, "entry %d: %s".formatted(expected, broken));
        return;
      }
      head = text(entry, "hash");
      expected++;
    }
  }

  private String broken(String id, JsonNode entry, int expected) {
    if (entry.path("sequence").asInt(0) != expected) {
      return "the next entry has number " + entry.path("sequence");
    }
    if (!text(entry, "previousHash").equals(head)) {
      return "its previous hash is not the hash of the entry before";
    }
    try {
      var computed =
          TimelineChain.hash(
              MessageId.parse(id),
              expected,
              Instant.parse(text(entry, "at")),
              List.of(text(entry, "event"), text(entry, "state")),
              entry.path("code").isNull() ? null : text(entry, "code"),
              text(entry, "actor"),
              entry.path("details").toString(),
              head);
      return computed.filter(text(entry, "hash")::equals).isPresent()
          ? null
          : "its content does not have the hash that it bears";
    } catch (DateTimeParseException | GatewayException e) {
      return "its time or message cannot be read";
    }
  }

  private void card(JsonNode handOver) {
    var name = "process-cards/" + text(handOver, "deliveryId") + ".xml";
    var received = text(handOver.path("processCard"), "received");
    if (!files.containsKey(name)) {
      if (!received.isEmpty()) {
        problem(name, "is missing, although the reader has confirmed");
      }
      return;
    }
    try {
      var bundle = ProcessCardDocument.read(new ByteArrayInputStream(files.get(name)));
      if (!bundle.messageId().value().equals(text(handOver, "osciMessageId"))) {
        problem(name, "is of another OSCI message id than the hand-over");
      } else if ((bundle.card().reception() == null) != received.isEmpty()) {
        problem(name, "tells otherwise than the hand-over whether the reader has confirmed");
      }
    } catch (OsciException e) {
      problem(name, "is no process card: " + e.error().describe());
    }
  }

  private JsonNode json(String name) {
    try {
      return JSON.readTree(file(name));
    } catch (JacksonException e) {
      problem(name, "is no JSON");
      return JSON.createObjectNode();
    }
  }

  private byte[] file(String name) {
    var content = files.get(name);
    if (content == null) {
      problem(name, "is missing");
      return "{}".getBytes(StandardCharsets.UTF_8);
    }
    return content;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }

  private void problem(String file, String what) {
    var found = new EvidenceReport.Problem(file, what);
    if (!problems.contains(found)) {
      problems.add(found);
    }
  }
}
