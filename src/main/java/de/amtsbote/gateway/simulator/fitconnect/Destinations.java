package de.amtsbote.gateway.simulator.fitconnect;

import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What is published of destinations. */
final class Destinations {

  private final Map<UUID, DoubleDestination> byId = new ConcurrentHashMap<>();

  void add(DoubleDestination destination) {
    byId.put(destination.id(), destination);
  }

  /** Null for one that nobody knows. */
  DoubleDestination get(UUID id) {
    return byId.get(id);
  }

  Reply published(UUID id) {
    var found = byId.get(id);
    if (found == null) {
      return Reply.problem(404, "no such destination");
    }
    var service = new LinkedHashMap<String, Object>();
    service.put("identifier", found.publicService());
    service.put(
        "submissionSchemas",
        found.schemas().stream()
            .map(it -> Map.of("schemaUri", it, "mimeType", "application/xml"))
            .toList());
    var json = new LinkedHashMap<String, Object>();
    json.put("destinationId", id);
    json.put("status", "active");
    json.put("encryptionKid", found.encryption().kid());
    json.put("metadataVersions", List.of("2.1.0"));
    json.put("publicServices", List.of(service));
    return Reply.json(200, json);
  }

  /**
   * A key of a destination.
   *
   * @param foreign key that is given instead; null for the right one
   */
  Reply key(UUID id, String kid, RsaJwk foreign) {
    var found = byId.get(id);
    if (found != null) {
      for (var key : List.of(found.encryption(), found.signing())) {
        if (key.kid().equals(kid)) {
          var json = SampleJwk.published(key);
          if (foreign != null) {
            json.put("n", foreign.published().get("n"));
            json.remove("x5c");
          }
          return Reply.json(200, json);
        }
      }
    }
    return Reply.problem(404, "no such key");
  }
}
