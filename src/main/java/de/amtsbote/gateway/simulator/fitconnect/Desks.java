package de.amtsbote.gateway.simulator.fitconnect;

import de.amtsbote.gateway.fitconnect.AuthenticationTags;
import de.amtsbote.gateway.fitconnect.SubmissionEvent.Type;
import de.amtsbote.gateway.fitconnect.jose.JoseException;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What senders and subscribers can do with submissions. */
final class Desks {

  private static final int SEGMENTS = 5;
  private static final Set<String> TYPES = Set.of("application/json", "application/xml");

  private final Map<UUID, DoubleDestination> destinations = new ConcurrentHashMap<>();
  private final Map<UUID, HeldSubmission> submissions = new ConcurrentSkipListMap<>();
  private final Events events;
  private final Spool spool = Spool.temporary();

  Desks(Events events) {
    this.events = events;
  }

  void add(DoubleDestination destination) {
    destinations.put(destination.id(), destination);
  }

  List<HeldSubmission> all() {
    return List.copyOf(submissions.values());
  }

  Reply destination(UUID id) {
    var found = destinations.get(id);
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

  Reply key(UUID id, String kid) {
    var found = destinations.get(id);
    if (found != null) {
      for (var key : List.of(found.encryption(), found.signing())) {
        if (key.kid().equals(kid)) {
          return Reply.json(200, SampleJwk.published(key));
        }
      }
    }
    return Reply.problem(404, "no such key");
  }

  Reply announce(JsonNode body) throws JoseException {
    var destination = destinations.get(uuid(body.path("destinationId").asString("")));
    if (destination == null) {
      return Reply.problem(422, "no such destination");
    }
    if (!body.path("publicService")
        .path("identifier")
        .asString("")
        .equals(destination.publicService())) {
      return Reply.problem(422, "the destination does not offer this service");
    }
    var announced = new ArrayList<UUID>();
    body.path("announcedAttachments").forEach(it -> announced.add(uuid(it.asString(""))));
    var service = new LinkedHashMap<String, Object>();
    body.path("publicService").properties().forEach(it -> service.put(it.getKey(), it.getValue()));
    var held = new HeldSubmission(destination, service, announced);
    submissions.put(held.id, held);
    events.say(held, Type.CREATE_SUBMISSION, null, false);
    return Reply.json(201, held.listed());
  }

  Reply attach(UUID id, UUID attachment, InputStream body) throws IOException {
    var held = submissions.get(id);
    if (held == null || !held.announced.contains(attachment)) {
      return Reply.problem(404, "nothing of the kind was announced");
    }
    if (held.state != HeldSubmission.State.ANNOUNCED) {
      return Reply.problem(409, "it was submitted already");
    }
    held.attachments.put(attachment, spool.copyOf(body));
    return Reply.nothing();
  }

  Reply submit(UUID id, JsonNode body, boolean forged) throws IOException {
    var held = submissions.get(id);
    if (held == null) {
      return Reply.problem(404, "no such submission");
    }
    if (held.state != HeldSubmission.State.ANNOUNCED) {
      return Reply.problem(409, "it was submitted already");
    }
    var metadata = body.path("encryptedMetadata").asString("");
    var data = body.path("encryptedData").asString("");
    if (!held.attachments.keySet().equals(held.announced)
        || !isEncrypted(metadata, held, true)
        || !isEncrypted(data, held, true)) {
      return Reply.problem(422, "a piece is missing, or not encrypted as it must be");
    }
    held.metadata = spool.copyOf(metadata.getBytes(StandardCharsets.US_ASCII));
    held.data = spool.copyOf(data.getBytes(StandardCharsets.US_ASCII));
    held.state = HeldSubmission.State.SUBMITTED;
    events.say(held, Type.SUBMIT_SUBMISSION, tags(held), forged);
    return Reply.json(200, held.listed());
  }

  private static boolean isEncrypted(String jwe, HeldSubmission held, boolean typed) {
    var parts = jwe.split("\\.", -1);
    if (parts.length != SEGMENTS) {
      return false;
    }
    var head = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[0]));
    return "RSA-OAEP-256".equals(head.path("alg").asString(""))
        && "A256GCM".equals(head.path("enc").asString(""))
        && !head.path("kid").asString("").isEmpty()
        && (!typed || TYPES.contains(head.path("cty").asString("")))
        && held != null;
  }

  static AuthenticationTags tags(HeldSubmission held) throws IOException {
    var attachments = new TreeMap<UUID, String>();
    for (var it : held.attachments.entrySet()) {
      attachments.put(it.getKey(), tag(it.getValue()));
    }
    return new AuthenticationTags(tag(held.metadata), tag(held.data), attachments);
  }

  private static String tag(SpoolFile jwe) throws IOException {
    try (var end = jwe.open(Math.max(0, jwe.length() - 64), Math.min(64, jwe.length()))) {
      var text = new String(end.readAllBytes(), StandardCharsets.US_ASCII);
      return text.substring(text.lastIndexOf('.') + 1);
    }
  }

  Reply waiting(String client, UUID destination) {
    var own = destinations.get(destination);
    if (own == null || !own.subscriber().equals(client)) {
      return Reply.problem(403, "this destination belongs to somebody else");
    }
    var found =
        submissions.values().stream()
            .filter(it -> it.destination.id().equals(destination))
            .filter(it -> it.state == HeldSubmission.State.SUBMITTED)
            .map(HeldSubmission::listed)
            .toList();
    return Reply.json(
        200,
        Map.of(
            "offset", 0, "count", found.size(), "totalCount", found.size(), "submissions", found));
  }

  Reply one(String client, UUID id, FitConnectFault fault) throws IOException {
    var held = submissions.get(id);
    if (held == null || !held.destination.subscriber().equals(client)) {
      return Reply.problem(held == null ? 404 : 403, "not a submission of yours");
    }
    var json = held.listed();
    json.put("publicService", held.publicService);
    json.put("attachments", held.announced);
    json.put("encryptedMetadata", text(held.metadata));
    json.put("encryptedData", data(held, fault));
    return Reply.json(200, json);
  }

  private String data(HeldSubmission held, FitConnectFault fault) throws IOException {
    if (fault == FitConnectFault.EXCHANGED) {
      for (var other : submissions.values()) {
        if (other != held && other.data != null && other.destination.equals(held.destination)) {
          return text(other.data);
        }
      }
    }
    var data = text(held.data);
    if (fault != FitConnectFault.TAMPERED) {
      return data;
    }
    var at = data.lastIndexOf('.') - 8;
    var changed = data.charAt(at) == 'A' ? 'B' : 'A';
    return data.substring(0, at) + changed + data.substring(at + 1);
  }

  private static String text(SpoolFile file) throws IOException {
    return new String(file.readAll(), StandardCharsets.US_ASCII);
  }

  Reply attachment(String client, UUID id, UUID attachment, FitConnectFault fault) {
    var held = submissions.get(id);
    if (held == null
        || !held.destination.subscriber().equals(client)
        || fault == FitConnectFault.MISSING_ATTACHMENTS
        || held.attachments.get(attachment) == null) {
      return Reply.problem(404, "no such attachment");
    }
    var content = held.attachments.get(attachment);
    return new Reply(200, "application/jose", content.length(), content::open);
  }

  Reply events(UUID caseId) {
    return Reply.json(200, Map.of("eventLog", events.of(caseId)));
  }

  Reply say(UUID caseId, String text) throws IOException {
    var held = submissions.values().stream().filter(it -> it.caseId.equals(caseId)).findFirst();
    if (held.isEmpty() || held.get().state != HeldSubmission.State.SUBMITTED) {
      return Reply.problem(held.isEmpty() ? 404 : 409, "nothing can be said of it");
    }
    try {
      var event = events.take(held.get(), text);
      switch (event.type()) {
        case ACCEPT_SUBMISSION -> held.get().state = HeldSubmission.State.ACCEPTED;
        case REJECT_SUBMISSION -> held.get().state = HeldSubmission.State.REJECTED;
        default -> {
          return Reply.nothing();
        }
      }
      return Reply.nothing();
    } catch (JoseException e) {
      return Reply.problem(400, e.getMessage());
    }
  }

  private static UUID uuid(String text) {
    return UUID.fromString(text);
  }

  void close() {
    for (var it : submissions.values()) {
      it.attachments.values().forEach(SpoolFile::close);
      for (var file : new SpoolFile[] {it.metadata, it.data}) {
        if (file != null) {
          file.close();
        }
      }
    }
  }
}
