package de.amtsbote.gateway.delivery.fitconnect;

import de.amtsbote.gateway.fitconnect.FitConnectApi;
import de.amtsbote.gateway.fitconnect.FitConnectProperties;
import de.amtsbote.gateway.fitconnect.KeyTrust;
import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Looks at the destination before anything is submitted to it. */
final class Targets {

  private final String name;
  private final FitConnectProperties.Receiver receiver;
  private final FitConnectApi api;
  private final KeyTrust trust;

  Targets(String name, FitConnectProperties.Receiver receiver, FitConnectApi api, KeyTrust trust) {
    this.name = name;
    this.receiver = receiver;
    this.api = api;
    this.trust = trust;
  }

  /**
   * The destination for a message.
   *
   * @param about what is known of the message
   * @throws GatewayException DELIVERY_UNAVAILABLE while it takes nothing; DELIVERY_REFUSED when
   *     something is not configured; CERTIFICATE_REFUSED or REVOCATION_UNKNOWN for its key
   */
  Target of(Map<String, String> about) throws IOException {
    var published = published();
    var service = publicService(about);
    return new Target(key(published), service, schema(published, service.get("identifier")));
  }

  /** Whether submissions can be encrypted for it now. */
  void probe() throws IOException {
    key(published());
  }

  private JsonNode published() throws IOException {
    var published = api.destination(receiver.id());
    if (!"active".equals(published.path("status").asString(""))) {
      throw new GatewayException(
          ErrorCode.DELIVERY_UNAVAILABLE,
          "delivery %s: the destination is not active".formatted(name));
    }
    return published;
  }

  private RsaJwk key(JsonNode published) throws IOException {
    var key = api.key(receiver.id(), published.path("encryptionKid").asString(""));
    trust.requireEncryption(name, receiver, key);
    return key;
  }

  private Map<String, String> publicService(Map<String, String> about) {
    var identifier =
        receiver.publicService() == null ? about.get("service") : receiver.publicService();
    if (identifier == null) {
      throw refused("does not know which service this is; set public-service");
    }
    var service = new LinkedHashMap<String, String>();
    service.put("identifier", identifier);
    service.put("name", receiver.publicServiceName());
    return service;
  }

  /** That of the service, else the first that there is. */
  private String schema(JsonNode published, String service) {
    if (receiver.schema() != null) {
      return receiver.schema().toString();
    }
    Optional<String> first = Optional.empty();
    for (var it : published.path("publicServices")) {
      var schema = schema(it);
      if (schema.isPresent() && service.equals(it.path("identifier").asString(""))) {
        return schema.get();
      }
      first = first.or(() -> schema);
    }
    return first.orElseThrow(() -> refused("names no XML schema; set schema"));
  }

  private static Optional<String> schema(JsonNode service) {
    for (var schema : service.path("submissionSchemas")) {
      var uri = schema.path("schemaUri").asString("");
      if (OutgoingSubmission.XML.equals(schema.path("mimeType").asString("")) && !uri.isBlank()) {
        return Optional.of(uri);
      }
    }
    return Optional.empty();
  }

  private GatewayException refused(String problem) {
    return new GatewayException(
        ErrorCode.DELIVERY_REFUSED, "delivery %s %s".formatted(name, problem));
  }
}
