package de.amtsbote.gateway.fitconnect;

import de.amtsbote.gateway.fitconnect.jose.JweWriter;
import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import de.amtsbote.osci.spool.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The submission API of FIT-Connect, version 2, as one client sees it. */
public final class FitConnectApi {

  private static final String SUBMISSIONS = "/v2/submissions";
  private static final String JOSE = "application/jose";
  private static final String JSON = "application/json";
  private static final int PAGE = 500;
  private static final int MOST_EVENTS = 20_000;

  private final FitConnectLine line;
  private final String issuer;

  FitConnectApi(FitConnectLine line, String issuer) {
    this.line = line;
    this.issuer = issuer;
  }

  /** What the delivery service calls itself in its events. */
  public String issuer() {
    return issuer;
  }

  /** A submission that waits for its subscriber. */
  public record Waiting(UUID submission, UUID caseId) {}

  /** A submission that was announced. */
  public record Announced(UUID submission, UUID caseId) {}

  /** A page of the submissions that wait in a destination. */
  public List<Waiting> waiting(UUID destination, int offset, int limit) throws IOException {
    var answer =
        get(
            "%s?destinationId=%s&offset=%d&limit=%d"
                .formatted(SUBMISSIONS, destination, offset, limit));
    var waiting = new ArrayList<Waiting>();
    for (var it : answer.path("submissions")) {
      waiting.add(new Waiting(uuid(it, "submissionId"), uuid(it, "caseId")));
    }
    return waiting;
  }

  /**
   * A submission with its encrypted document, in the spool; to be closed by the caller.
   *
   * @param largest most octets of the answer
   */
  public EncryptedSubmission submission(UUID id, Spool spool, long largest) throws IOException {
    try (var body = line.stream(line.request(SUBMISSIONS + "/" + id).header("Accept", JSON))) {
      return EncryptedSubmission.read(body, spool, largest);
    }
  }

  /** An encrypted attachment, as compact JWE; to be closed by the caller. */
  public InputStream attachment(UUID submission, UUID attachment) throws IOException {
    return line.stream(
        line.request("%s/%s/attachments/%s".formatted(SUBMISSIONS, submission, attachment))
            .header("Accept", JOSE));
  }

  /** The signed events of a case, oldest first, from all pages. */
  public List<String> events(UUID caseId) throws IOException {
    var events = new ArrayList<String>();
    while (events.size() < MOST_EVENTS) {
      var page =
          get("/v2/cases/%s/events?offset=%d&limit=%d".formatted(caseId, events.size(), PAGE));
      var log = page.path("eventLog");
      log.forEach(it -> events.add(it.asString("")));
      // it may give fewer on a page than it was asked for
      if (log.isEmpty() || events.size() >= page.path("totalCount").asInt(Integer.MAX_VALUE)) {
        return events;
      }
    }
    throw new FitConnectException(0, "the event log of a case has no end");
  }

  /** Adds a signed event to a case. */
  public void addEvent(UUID caseId, String event) throws IOException {
    line.json(
        line.request("/v2/cases/%s/events".formatted(caseId))
            .header("Content-Type", JOSE)
            .POST(BodyPublishers.ofString(event)));
  }

  /** What is published of a destination. */
  public JsonNode destination(UUID id) throws IOException {
    return get("/v2/destinations/" + id);
  }

  /** A public key of a destination. */
  public RsaJwk key(UUID destination, String kid) throws IOException {
    return RsaJwk.of(get("/v2/destinations/%s/keys/%s".formatted(destination, segment(kid))));
  }

  /** The keys with which the delivery service signs its events. */
  public JsonNode serviceKeys() throws IOException {
    return get("/.well-known/jwks.json").path("keys");
  }

  /** Announces a submission. */
  public Announced announce(
      UUID destination, List<UUID> attachments, Map<String, String> publicService, String region)
      throws IOException {
    var body = new LinkedHashMap<String, Object>();
    body.put("destinationId", destination);
    body.put("announcedAttachments", attachments);
    body.put("publicService", publicService);
    if (region != null) {
      body.put("region", region);
    }
    var answer =
        line.json(
            line.request(SUBMISSIONS)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body))));
    return new Announced(uuid(answer, "submissionId"), uuid(answer, "caseId"));
  }

  /** Uploads an attachment. */
  public void attach(UUID submission, UUID attachment, JweWriter content) throws IOException {
    line.upload(
        line.request("%s/%s/attachments/%s".formatted(SUBMISSIONS, submission, attachment))
            .header("Content-Type", JOSE)
            .PUT(BodyPublishers.fromPublisher(streamed(content), content.length())));
  }

  /** Hands the submission in: from now on its destination sees it. A second time it is refused. */
  public void submit(UUID submission, JweWriter metadata, JweWriter data) throws IOException {
    var begin = text("{\"encryptedMetadata\":\"");
    var middle = text("\",\"encryptedData\":\"");
    var end = text("\"}");
    var length =
        begin.contentLength()
            + metadata.length()
            + middle.contentLength()
            + data.length()
            + end.contentLength();
    var body = BodyPublishers.concat(begin, streamed(metadata), middle, streamed(data), end);
    line.upload(
        line.request(SUBMISSIONS + "/" + submission)
            .header("Content-Type", JSON)
            .PUT(BodyPublishers.fromPublisher(body, length)));
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.US_ASCII);
  }

  private static HttpRequest.BodyPublisher streamed(JweWriter content) {
    return BodyPublishers.ofInputStream(
        () -> {
          try {
            return content.open();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private JsonNode get(String path) throws IOException {
    return line.json(line.request(path).GET());
  }

  private static String segment(String kid) throws FitConnectException {
    if (!kid.matches("[A-Za-z0-9_.~-]{1,200}")) {
      throw new FitConnectException(0, "a key has a strange kid");
    }
    return kid;
  }

  private static UUID uuid(JsonNode answer, String name) throws FitConnectException {
    try {
      return UUID.fromString(answer.path(name).asString(""));
    } catch (IllegalArgumentException e) {
      throw new FitConnectException("the answer of the delivery service has no " + name, e);
    }
  }
}
