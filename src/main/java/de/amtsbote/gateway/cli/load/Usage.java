package de.amtsbote.gateway.cli.load;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one process has used.
 *
 * @param cpuSeconds CPU time between the first and the last look
 * @param memoryMiB the most that was seen
 * @param memory which memory that is
 */
record Usage(String process, double cpuSeconds, double memoryMiB, String memory) {

  Map<String, Object> json(int messages) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("process", process);
    json.put("cpuSeconds", cpuSeconds);
    json.put("cpuMillisPerMessage", perMessage(messages));
    json.put("memoryMiB", memoryMiB);
    json.put("memory", memory);
    return json;
  }

  String text(int messages) {
    return "%s: CPU %.1f s (%.1f ms a message), %s %,.0f MiB at most"
        .formatted(process, cpuSeconds, perMessage(messages), memory, memoryMiB);
  }

  private double perMessage(int messages) {
    return messages == 0 ? 0 : cpuSeconds * 1000 / messages;
  }
}
