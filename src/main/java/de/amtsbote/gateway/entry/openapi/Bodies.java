package de.amtsbote.gateway.entry.openapi;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Describes bodies that are read or written as streams, which no type of the code describes. */
final class Bodies {

  private static final Set<String> FILES = Set.of("payload", "attachment", "metadata");

  private Bodies() {}

  static RequestBody request(Map<String, Object> texts) {
    var content = new Content();
    if (texts.get("json") != null) {
      content.addMediaType("application/json", new MediaType().schema(schema(texts.get("json"))));
    }
    if (texts.get("xml") != null) {
      content.addMediaType("application/xml", new MediaType().schema(typed("string")));
      content.addMediaType("text/xml", new MediaType().schema(typed("string")));
      content.addMediaType("application/zip", new MediaType().schema(binary()));
    }
    if (texts.get("form") != null) {
      content.addMediaType("multipart/form-data", form(OperationTexts.strings(texts.get("form"))));
    }
    return new RequestBody().required(true).content(content);
  }

  /** A form with these parts. */
  static MediaType form(List<String> parts) {
    var schema = typed("object");
    for (var part : parts) {
      var one = FILES.contains(part) ? binary() : typed("string");
      if (part.equals("attachment")) {
        var many = typed("array");
        many.setItems(one);
        schema.addProperty(part, many);
      } else {
        schema.addProperty(part, one);
      }
    }
    return new MediaType().schema(schema);
  }

  static Schema<Object> binary() {
    var schema = typed("string");
    schema.setFormat("binary");
    return schema;
  }

  static Schema<Object> typed(String type) {
    var schema = new Schema<>();
    schema.setTypes(Set.of(type));
    return schema;
  }

  @SuppressWarnings("unchecked")
  private static Schema<Object> schema(Object written) {
    var entries = (Map<String, Object>) written;
    var schema = new Schema<>();
    var type = entries.get("type");
    schema.setTypes(
        type instanceof List<?> many ? Set.copyOf((List<String>) many) : Set.of((String) type));
    if (entries.get("properties") != null) {
      ((Map<String, Object>) entries.get("properties"))
          .forEach((name, property) -> schema.addProperty(name, schema(property)));
    }
    schema.setRequired((List<String>) entries.get("required"));
    schema.setEnum((List<Object>) entries.get("enum"));
    schema.setMinLength((Integer) entries.get("minLength"));
    schema.setMaxLength((Integer) entries.get("maxLength"));
    var more = entries.get("additionalProperties");
    if (more != null) {
      schema.setAdditionalProperties(more instanceof Map ? schema(more) : more);
    }
    return schema;
  }
}
