package de.amtsbote.gateway.way;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import de.amtsbote.gateway.fitconnect.HandMadeJwe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sender of FIT-Connect made of other parts than ours, which may do wrong on purpose. */
final class FitSender {

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.shared();
  private final URI base;
  private final String token;

  UUID destination = TownFitConnect.BAUAMT;
  UnaryOperator<String> metadata = it -> it;
  String kid;
  byte[] zippedData;
  byte[] hashedData;
  List<byte[]> attachments = List.of();
  List<byte[]> hashedAttachments;

  /** What was submitted. */
  record Sent(UUID submission, UUID caseId) {}

  FitSender(URI base, String client, String secret) {
    this.base = base;
    try {
      var form =
          "grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(client, secret);
      var answer =
          http.send(
              HttpRequest.newBuilder(base.resolve("/token"))
                  .POST(BodyPublishers.ofString(form))
                  .build(),
              BodyHandlers.ofString());
      token = json.readTree(answer.body()).path("access_token").asString();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Sent send(byte[] data) throws Exception {
    var there = get("/v2/destinations/" + destination);
    var encryptionKid = there.path("encryptionKid").asString();
    var key =
        RSAKey.parse(
            get("/v2/destinations/%s/keys/%s".formatted(destination, encryptionKid)).toString());
    var ids = Stream.generate(UUID::randomUUID).limit(attachments.size()).toList();
    var service = Map.of("identifier", TownFitConnect.SERVICE, "name", "Bauantrag");
    var announced =
        call(
            "POST",
            "/v2/submissions",
            json.writeValueAsString(
                Map.of(
                    "destinationId", destination,
                    "announcedAttachments", ids,
                    "publicService", service)));
    var submission = announced.path("submissionId").asString();
    for (var i = 0; i < ids.size(); i++) {
      call(
          "PUT",
          "/v2/submissions/%s/attachments/%s".formatted(submission, ids.get(i)),
          encrypted(key, "application/pdf", attachments.get(i)));
    }
    var text = metadata.apply(metadata(data, ids, service));
    call(
        "PUT",
        "/v2/submissions/" + submission,
        json.writeValueAsString(
            Map.of(
                "encryptedMetadata",
                encrypted(key, "application/json", text.getBytes(StandardCharsets.UTF_8)),
                "encryptedData",
                zippedData == null
                    ? encrypted(key, "application/xml", data)
                    : HandMadeJwe.zipped(key.getKeyID(), key.toRSAPublicKey(), zippedData))));
    return new Sent(
        UUID.fromString(submission), UUID.fromString(announced.path("caseId").asString()));
  }

  /** The claims of the events of a case with this name. */
  List<Map<String, Object>> events(Sent sent, String name) throws Exception {
    var found = new ArrayList<Map<String, Object>>();
    for (var it : log(sent)) {
      var events = JWSObject.parse(it).getPayload().toJSONObject().get("events");
      @SuppressWarnings("unchecked")
      var payload =
          (Map<String, Object>)
              ((Map<String, Object>) events)
                  .get("https://schema.fitko.de/fit-connect/events/" + name);
      if (payload != null) {
        found.add(payload);
      }
    }
    return found;
  }

  private List<String> log(Sent sent) throws Exception {
    var log = new ArrayList<String>();
    while (true) {
      var page = get("/v2/cases/%s/events?offset=%d".formatted(sent.caseId(), log.size()));
      page.path("eventLog").forEach(it -> log.add(it.asString()));
      if (log.size() == page.path("totalCount").asInt()) {
        return log;
      }
    }
  }

  private String metadata(byte[] data, List<UUID> ids, Map<String, String> service)
      throws Exception {
    var described = new ArrayList<Map<String, Object>>();
    var contents = hashedAttachments == null ? attachments : hashedAttachments;
    for (var i = 0; i < ids.size(); i++) {
      described.add(
          Map.of(
              "attachmentId",
              ids.get(i),
              "purpose",
              "attachment",
              "filename",
              "anlage-" + i + ".pdf",
              "mimeType",
              "application/pdf",
              "hash",
              hash(contents.get(i))));
    }
    var document = new LinkedHashMap<String, Object>();
    document.put(
        "submissionSchema",
        Map.of("schemaUri", TownFitConnect.SCHEMA, "mimeType", "application/xml"));
    document.put("hash", hash(hashedData == null ? data : hashedData));
    return json.writeValueAsString(
        Map.of(
            "$schema",
            "https://schema.fitko.de/fit-connect/metadata/2.1.0/metadata.schema.json",
            "publicService",
            service,
            "contentStructure",
            Map.of("data", document, "attachments", described)));
  }

  private static Map<String, String> hash(byte[] content) throws Exception {
    var digest = MessageDigest.getInstance("SHA-512").digest(content);
    return Map.of("type", "sha512", "content", HexFormat.of().formatHex(digest));
  }

  private String encrypted(RSAKey key, String type, byte[] content) throws Exception {
    var header =
        new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
            .keyID(kid == null ? key.getKeyID() : kid)
            .contentType(type)
            .build();
    var jwe = new JWEObject(header, new Payload(content));
    jwe.encrypt(new RSAEncrypter(key.toRSAPublicKey()));
    return jwe.serialize();
  }

  private JsonNode get(String path) throws Exception {
    return call("GET", path, null);
  }

  private JsonNode call(String method, String path, String body) throws Exception {
    var answer =
        http.send(
            HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .method(
                    method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
  }
}
