package de.amtsbote.gateway.fitconnect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a submission says of its document and its attachments, checked against what the schemas of
 * the versions 1 and 2 demand of the pieces that are used here.
 *
 * @param service identifier of the service; empty when it names none
 * @param data null when there is no document
 */
public record Metadata(String service, Content data, List<Attachment> attachments) {

  /** The version that is written. */
  public static final String WRITTEN =
      "https://schema.fitko.de/fit-connect/metadata/2.1.0/metadata.schema.json";

  private static final Pattern SCHEMA =
      Pattern.compile(
          "https://schema\\.fitko\\.de/fit-connect/metadata/[12]\\.\\d+\\.\\d+/metadata\\.schema\\.json");
  private static final Pattern HASH = Pattern.compile("[a-f0-9]{128}");
  private static final Pattern MEDIA_TYPE = Pattern.compile("[-\\w.]+/[-\\w.+]+");
  private static final Set<String> PURPOSES = Set.of("form", "attachment", "report");
  private static final Set<String> DATA_TYPES = Set.of("application/xml", "application/json");

  /**
   * The document.
   *
   * @param schema URI of its schema
   * @param sha512 lower-case hex
   */
  public record Content(String schema, String mediaType, String sha512) {}

  /**
   * An attachment.
   *
   * @param name file name; null without
   * @param sha512 lower-case hex
   */
  public record Attachment(UUID id, String name, String mediaType, String purpose, String sha512) {

    Map<String, Object> json() {
      var json = new LinkedHashMap<String, Object>();
      json.put("attachmentId", id);
      json.put("purpose", purpose);
      json.put("mimeType", mediaType);
      if (name != null) {
        json.put("filename", name);
      }
      json.put("hash", hash(sha512));
      return json;
    }
  }

  /** What was read, and what is wrong with it; there is one of both. */
  public record Read(Metadata metadata, List<Problem> problems) {}

  /** Reads metadata and tells everything that is wrong. */
  public static Read read(byte[] json) {
    JsonNode tree;
    try {
      tree = JsonMapper.shared().readTree(json);
    } catch (JacksonException e) {
      return refused(Problem.Type.SYNTAX, "Die Metadaten sind kein JSON.");
    }
    var schema = tree.path("$schema");
    if (!schema.isString()) {
      return refused(Problem.Type.MISSING_SCHEMA, "Die Metadaten nennen kein Schema.");
    }
    if (!SCHEMA.matcher(schema.asString()).matches()) {
      return refused(
          Problem.Type.UNSUPPORTED_SCHEMA, "Metadaten werden nach Version 1 und 2 gelesen.");
    }
    return new Reading(tree).read();
  }

  private static Read refused(Problem.Type type, String detail) {
    return new Read(null, List.of(Problem.of(type, detail, Problem.METADATA)));
  }

  /** As they are sent. */
  public byte[] json(Map<String, String> publicService) {
    var content = new LinkedHashMap<String, Object>();
    var document = new LinkedHashMap<String, Object>();
    document.put(
        "submissionSchema", Map.of("schemaUri", data.schema(), "mimeType", data.mediaType()));
    document.put("hash", hash(data.sha512()));
    content.put("data", document);
    content.put("attachments", attachments.stream().map(Attachment::json).toList());
    var json = new LinkedHashMap<String, Object>();
    json.put("$schema", WRITTEN);
    json.put("publicService", publicService);
    json.put("contentStructure", content);
    return JsonMapper.shared().writeValueAsBytes(json);
  }

  private static Map<String, String> hash(String sha512) {
    return Map.of("type", "sha512", "content", sha512);
  }

  private static final class Reading {

    private final JsonNode tree;
    private final List<Problem> problems = new ArrayList<>();

    Reading(JsonNode tree) {
      this.tree = tree;
    }

    Read read() {
      var structure = tree.path("contentStructure");
      require(structure.isObject(), "/contentStructure", "fehlt");
      var list = structure.path("attachments");
      require(
          list.isMissingNode() || list.isArray(),
          "/contentStructure/attachments",
          "ist keine Liste");
      var attachments = new ArrayList<Attachment>();
      var ids = new HashSet<UUID>();
      for (var i = 0; i < list.size(); i++) {
        var attachment = attachment(list.get(i), "/contentStructure/attachments/" + i);
        attachments.add(attachment);
        require(
            attachment.id() == null || ids.add(attachment.id()),
            "/contentStructure/attachments/" + i + "/attachmentId",
            "kommt mehrfach vor");
      }
      var data = structure.has("data") ? data(structure.path("data")) : null;
      var service =
          tree.path("publicService")
              .path("identifier")
              .asString(tree.path("publicServiceType").path("identifier").asString(""));
      return problems.isEmpty()
          ? new Read(new Metadata(service, data, attachments), List.of())
          : new Read(null, problems);
    }

    private Content data(JsonNode data) {
      var at = "/contentStructure/data";
      var schema = data.path("submissionSchema").path("schemaUri").asString("");
      var type = data.path("submissionSchema").path("mimeType").asString("");
      require(!schema.isBlank(), at + "/submissionSchema/schemaUri", "fehlt");
      require(
          DATA_TYPES.contains(type), at + "/submissionSchema/mimeType", "ist weder XML noch JSON");
      return new Content(schema, type, sha512(data.path("hash"), at + "/hash"));
    }

    private Attachment attachment(JsonNode json, String at) {
      var type = json.path("mimeType").asString("");
      var purpose = json.path("purpose").asString("");
      require(MEDIA_TYPE.matcher(type).matches(), at + "/mimeType", "ist kein Medientyp");
      require(
          PURPOSES.contains(purpose), at + "/purpose", "ist nicht form, attachment oder report");
      return new Attachment(
          uuid(json.path("attachmentId").asString(""), at + "/attachmentId"),
          json.path("filename").asString(null),
          type,
          purpose,
          sha512(json.path("hash"), at + "/hash"));
    }

    private UUID uuid(String text, String at) {
      try {
        return UUID.fromString(text);
      } catch (IllegalArgumentException e) {
        require(false, at, "ist keine UUID");
        return null;
      }
    }

    private String sha512(JsonNode hash, String at) {
      require("sha512".equals(hash.path("type").asString("")), at + "/type", "ist nicht sha512");
      var content = hash.path("content").asString("");
      require(HASH.matcher(content).matches(), at + "/content", "ist keine Prüfsumme");
      return content;
    }

    private void require(boolean condition, String path, String problem) {
      if (!condition) {
        problems.add(Problem.of(Problem.Type.SCHEMA, path + " " + problem + ".", Problem.METADATA));
      }
    }
  }
}
