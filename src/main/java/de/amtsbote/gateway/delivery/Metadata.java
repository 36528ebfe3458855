package de.amtsbote.gateway.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** The small JSON document that goes with every hand-over. */
final class Metadata {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Metadata() {}

  /**
   * Describes a hand-over.
   *
   * @param names what the parts are called where they are handed over, payload first
   */
  static byte[] of(Handover handover, List<String> names) {
    var document = new LinkedHashMap<String, Object>();
    document.put("deliveryId", handover.deliveryId());
    document.put("messageId", handover.messageId());
    document.putAll(new TreeMap<>(handover.about()));
    document.put("payload", part(handover.payload(), names.get(0)));
    document.put(
        "attachments",
        IntStream.range(0, handover.attachments().size())
            .mapToObj(i -> part(handover.attachments().get(i), names.get(i + 1)))
            .toList());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
  }

  private static Map<String, Object> part(HandoverPart part, String name) {
    var described = new LinkedHashMap<String, Object>();
    described.put("file", name);
    described.put("name", part.name());
    described.put("mediaType", part.mediaType());
    described.put("size", part.size());
    described.put("sha256", part.sha256());
    return described;
  }
}
