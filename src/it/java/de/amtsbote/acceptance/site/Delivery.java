package de.amtsbote.acceptance.site;

import java.util.List;
import java.util.Map;

/**
 * What was handed over to a Fachverfahren at one time.
 *
 * @param headers those of the request that tell of the sender, by name
 */
public record Delivery(String deliveryId, List<byte[]> parts, Map<String, String> headers) {

  boolean has(String sha256) {
    return parts.stream().map(Sha256::of).anyMatch(sha256::equals);
  }
}
