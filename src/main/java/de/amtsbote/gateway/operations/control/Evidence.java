package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.message.Sha256;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.security.Caller;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what proves what became of a message: who received it when, every step with its hash,
 * every attempt, every process card as the intermediary gave it; and the digests of these files, as
 * {@code sha256sum} checks them. {@code amtsbote audit evidence} checks all of it.
 */
@Component
class Evidence {

  private final JsonMapper json;
  private final Clock clock;

  Evidence(JsonMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /**
   * Writes the ZIP.
   *
   * @param cards process cards by the ids of their hand-overs
   */
  void write(MessageDetails details, Map<UUID, byte[]> cards, Caller caller, OutputStream out)
      throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("message.json", json(message(details, caller)));
    files.put("receipts.json", json(receipts(details)));
    files.put("timeline.json", json(details.timeline()));
    files.put("attempts.json", json(details.attempts()));
    files.put("hand-overs.json", json(details.transmissions()));
    cards.forEach((id, card) -> files.put("process-cards/" + id + ".xml", card));
    var sums = new ArrayList<String>();
    files.forEach((name, content) -> sums.add("%s  %s".formatted(Sha256.hex(content), name)));
    files.put("SHA256SUMS", lines(sums));
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        add(zip, file.getKey(), file.getValue());
      }
    }
  }

  private byte[] json(Object content) {
    return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
  }

  private Map<String, Object> message(MessageDetails details, Caller caller) {
    var about = new LinkedHashMap<String, Object>();
    about.put("message", details.message());
    about.put("tenant", caller.tenant());
    about.put("reason", details.reason());
    about.put("timelineHolds", details.chain() == null);
    about.put("timelineBreak", details.chain());
    about.put("exportedAt", clock.instant());
    about.put("exportedBy", Operator.actor(caller));
    return about;
  }

  /** What the sender was promised for what it handed in, and what readers confirmed. */
  private static Map<String, Object> receipts(MessageDetails details) {
    var given = new LinkedHashMap<String, Object>();
    given.put("id", details.message().id());
    given.put("receivedAt", details.message().receivedAt());
    given.put("account", details.message().account());
    given.put("parts", details.parts());
    var obtained =
        details.timeline().stream().filter(it -> it.event() == TimelineEvent.RECEIPT).toList();
    return Map.of("given", given, "obtained", obtained);
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] lines(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
