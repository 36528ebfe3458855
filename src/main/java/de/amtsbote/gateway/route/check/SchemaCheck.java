package de.amtsbote.gateway.route.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import de.amtsbote.gateway.yaml.Findings;
import de.amtsbote.gateway.yaml.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;

/** Checks a route file against the schema that Camel publishes for its canonical YAML notation. */
final class SchemaCheck {

  private static final String SCHEMA = "/schema/camelYamlDsl-canonical.json";
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** Loaded on first use: it takes about a second. */
  private static final class Holder {
    private static final JsonSchema SCHEMA = load();
  }

  private SchemaCheck() {}

  static void check(RouteFile file, YamlNode root, Findings findings) {
    try {
      for (var message : Holder.SCHEMA.validate(YAML.readTree(file.text()))) {
        var where = locate(root, message);
        findings.error(where, "%s", text(message));
      }
    } catch (IOException e) {
      findings.error(root, "is no YAML that Camel understands");
    }
  }

  private static String text(ValidationMessage message) {
    var property = message.getProperty();
    return "additionalProperties".equals(message.getType()) && property != null
        ? "'%s' is unknown here; see the canonical notation of Camel's YAML DSL".formatted(property)
        : message.getMessage().replaceFirst("^\\$[^ ]*: ", "");
  }

  private static YamlNode locate(YamlNode root, ValidationMessage message) {
    var node = root;
    var path = message.getInstanceLocation();
    for (var i = 0; i < path.getNameCount(); i++) {
      var element = path.getElement(i);
      var next =
          element instanceof Integer index
              ? node.items().stream().skip(index).findFirst()
              : node.at(element.toString());
      if (next.isEmpty()) {
        return node;
      }
      node = next.get();
    }
    var property = message.getProperty();
    return property == null ? node : node.at(property).orElse(node);
  }

  private static JsonSchema load() {
    try (var in = YamlRoutesBuilderLoader.class.getResourceAsStream(SCHEMA)) {
      JsonNode schema = new ObjectMapper().readTree(in);
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
          .getSchema(schema, SchemaValidatorsConfig.builder().build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
