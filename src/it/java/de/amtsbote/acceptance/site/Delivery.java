package de.amtsbote.acceptance.site;

import java.util.List;

/** What was handed over to a Fachverfahren at one time. */
public record Delivery(String deliveryId, List<byte[]> parts) {

  boolean has(String sha256) {
    return parts.stream().map(Sha256::of).anyMatch(sha256::equals);
  }
}
