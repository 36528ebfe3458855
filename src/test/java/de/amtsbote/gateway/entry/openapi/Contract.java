package de.amtsbote.gateway.entry.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.http.MediaType;

/** The OpenAPI document as somebody reads it who takes it at its word. */
final class Contract {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final JsonNode document;
  private final ObjectNode components;
  private final Set<String> answered = new TreeSet<>();

  Contract(String text) throws JsonProcessingException {
    document = JSON.readTree(text);
    components = document.path("components").deepCopy();
    // a field that the document does not name must not be in an answer either
    components.path("schemas").forEach(Contract::close);
  }

  private static void close(JsonNode schema) {
    if (schema.has("properties") && !schema.has("additionalProperties")) {
      ((ObjectNode) schema).put("additionalProperties", false);
    }
  }

  JsonNode document() {
    return document;
  }

  /** All operations by method and path, such as {@code GET /api/v1/messages}. */
  Map<String, JsonNode> operations() {
    var operations = new TreeMap<String, JsonNode>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(it -> METHODS.contains(it.getKey()))
                    .forEach(
                        it ->
                            operations.put(
                                it.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                it.getValue())));
    return operations;
  }

  /** Operations and statuses that were seen in real answers. */
  Set<String> answered() {
    return answered;
  }

  /** The answer is one of those that the document promises. */
  void check(String operation, HttpResponse<String> answer) throws JsonProcessingException {
    var described = operations().get(operation);
    assertThat(described).as(operation).isNotNull();
    var status = Integer.toString(answer.statusCode());
    var response = described.path("responses").path(status);
    assertThat(response.isObject()).as("%s %s: %s", operation, status, answer.body()).isTrue();
    answered.add(operation + " " + status);
    response.path("headers").properties().stream()
        .filter(it -> it.getValue().path("required").asBoolean())
        .forEach(
            it ->
                assertThat(answer.headers().firstValue(it.getKey()).isPresent())
                    .as(it.getKey())
                    .isTrue());
    var content = response.path("content");
    if (content.isMissingNode() || content.isEmpty()) {
      assertThat(answer.body()).isEmpty();
      return;
    }
    var type = MediaType.parseMediaType(answer.headers().firstValue("Content-Type").orElseThrow());
    var base = type.getType() + "/" + type.getSubtype();
    assertThat(content.has(base)).as("%s %s gives %s", operation, status, base).isTrue();
    if (base.endsWith("json")) {
      assertThat(violations(content.path(base).path("schema"), JSON.readTree(answer.body())))
          .as("%s %s: %s", operation, status, answer.body())
          .isEmpty();
    }
  }

  /** What of an instance breaks a schema of the document. */
  List<String> violations(JsonNode schema, JsonNode instance) {
    var root = JSON.createObjectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.set("components", components);
    root.putArray("allOf").add(schema);
    var found = new ArrayList<String>();
    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(root)
        .validate(instance)
        .forEach(it -> found.add(it.toString()));
    return found;
  }
}
