package de.amtsbote.gateway.entry.openapi;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the code of the controllers cannot say, read from openapi.yaml. */
final class ApiTexts {

  private final Map<String, Map<String, Object>> operations;
  private final Map<String, List<String>> groups;
  private final Map<String, List<String>> present;

  @SuppressWarnings("unchecked")
  private ApiTexts(Map<String, Object> document) {
    operations = (Map<String, Map<String, Object>>) document.get("operations");
    groups = (Map<String, List<String>>) document.get("common");
    present = (Map<String, List<String>>) document.get("present");
  }

  static ApiTexts read() {
    try (var content = ApiTexts.class.getResourceAsStream("/openapi.yaml")) {
      return new ApiTexts(new Yaml(new SafeConstructor(new LoaderOptions())).load(content));
    } catch (IOException e) {
      throw new GatewayException(ErrorCode.INTERNAL, "openapi.yaml is not readable", e);
    }
  }

  /** What is written of an operation such as {@code GET /api/v1/messages}. */
  Optional<OperationTexts> of(String operation) {
    return Optional.ofNullable(operations.get(operation)).map(it -> new OperationTexts(it, groups));
  }

  /** The fields that are never null, by schema. */
  Map<String, List<String>> present() {
    return present;
  }
}
