package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.message.Sha256;
import de.amtsbote.gateway.security.Caller;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what proves what became of a message: who received it when, every step with its hash,
 * every attempt, every process card; and the digests of these files, as {@code sha256sum} checks
 * them.
 */
@Component
class Evidence {

  private final JsonMapper json;
  private final Clock clock;

  Evidence(JsonMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  void write(MessageDetails details, Caller caller, OutputStream out) throws IOException {
    var files = new LinkedHashMap<String, Object>();
    files.put("message.json", message(details, caller));
    files.put("receipt.json", receipt(details));
    files.put("timeline.json", details.timeline());
    files.put("attempts.json", details.attempts());
    files.put("process-cards.json", details.transmissions());
    var sums = new ArrayList<String>();
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        var content = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(file.getValue());
        sums.add("%s  %s".formatted(Sha256.hex(content), file.getKey()));
        add(zip, file.getKey(), content);
      }
      add(zip, "SHA256SUMS", lines(sums));
    }
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

  /** What the sender was promised, and the digests of what it handed in. */
  private static Map<String, Object> receipt(MessageDetails details) {
    var receipt = new LinkedHashMap<String, Object>();
    receipt.put("id", details.message().id());
    receipt.put("receivedAt", details.message().receivedAt());
    receipt.put("account", details.message().account());
    receipt.put("parts", details.parts());
    return receipt;
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
