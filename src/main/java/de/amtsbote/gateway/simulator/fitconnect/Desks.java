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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What senders and subscribers can do with submissions. */
final class Desks {

  private static final int SEGMENTS = 5;
  private static final String UNKNOWN = "no such submission";
  private static final String FOREIGN = "this submission belongs to somebody else";
  private static final Set<String> TYPES = Set.of("application/json", "application/xml");

  private final Map<UUID, HeldSubmission> submissions = new ConcurrentSkipListMap<>();
  private final Destinations destinations;
  private final Events events;
  private final int page;
  private final Spool spool = Spool.temporary();

  /**
   * Desks for these destinations.
   *
   * @param page most events that are given at once
   */
  Desks(Destinations destinations, Events events, int page) {
    this.destinations = destinations;
    this.events = events;
    this.page = page;
  }

  List<HeldSubmission> all() {
    return List.copyOf(submissions.values());
  }

  Reply announce(String client, JsonNode body) throws JoseException {
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
    var held = new HeldSubmission(client, destination, service, announced);
    submissions.put(held.id, held);
    events.say(held, Type.CREATE_SUBMISSION, null, false);
    return Reply.json(201, held.listed());
  }

  /** What was announced and not submitted is there no more. */
  void forget(UUID id) {
    submissions
        .values()
        .removeIf(it -> it.id.equals(id) && it.state == HeldSubmission.State.ANNOUNCED);
  }

  void delete(UUID id) throws JoseException {
    events.say(submissions.get(id), Type.DELETE_SUBMISSION, null, false);
  }

  Reply attach(String client, UUID id, UUID attachment, InputStream body) throws IOException {
    var held = submissions.get(id);
    if (held != null && !held.sender.equals(client)) {
      return Reply.problem(403, FOREIGN);
    }
    if (held == null || !held.announced.contains(attachment)) {
      return Reply.problem(404, "nothing of the kind was announced");
    }
    if (held.state != HeldSubmission.State.ANNOUNCED) {
      return Reply.problem(409, "it was submitted already");
    }
    var before = held.attachments.put(attachment, spool.copyOf(body));
    if (before != null) {
      before.close();
    }
    return Reply.nothing();
  }

  Reply submit(String client, UUID id, JsonNode body, boolean forged) throws IOException {
    var held = submissions.get(id);
    if (held == null || !held.sender.equals(client)) {
      return Reply.problem(held == null ? 404 : 403, held == null ? UNKNOWN : FOREIGN);
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

  Reply waiting(String client, UUID destination, boolean replayed) {
    var own = destinations.get(destination);
    if (own == null || !own.subscriber().equals(client)) {
      return Reply.problem(403, "this destination belongs to somebody else");
    }
    var found =
        submissions.values().stream()
            .filter(it -> it.destination.id().equals(destination))
            .filter(
                it ->
                    it.state == HeldSubmission.State.SUBMITTED
                        || replayed && it.state != HeldSubmission.State.ANNOUNCED)
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

  Reply events(String client, UUID caseId, String query) {
    var held = byCase(caseId);
    if (held.isEmpty() || !held.get().concerns(client)) {
      return Reply.problem(held.isEmpty() ? 404 : 403, held.isEmpty() ? UNKNOWN : FOREIGN);
    }
    var all = events.of(caseId);
    var from = Math.min(number(query, "offset", 0), all.size());
    var some =
        all.subList(
            from, Math.min(all.size(), from + Math.min(page, number(query, "limit", page))));
    return Reply.json(
        200,
        Map.of("offset", from, "count", some.size(), "totalCount", all.size(), "eventLog", some));
  }

  private static int number(String query, String name, int otherwise) {
    for (var it : query == null ? new String[0] : query.split("&")) {
      if (it.startsWith(name + "=")) {
        return Integer.parseInt(it.substring(name.length() + 1));
      }
    }
    return otherwise;
  }

  private Optional<HeldSubmission> byCase(UUID caseId) {
    return submissions.values().stream().filter(it -> it.caseId.equals(caseId)).findFirst();
  }

  Reply say(String client, UUID caseId, String text) throws IOException {
    var held = byCase(caseId).filter(it -> it.destination.subscriber().equals(client));
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
