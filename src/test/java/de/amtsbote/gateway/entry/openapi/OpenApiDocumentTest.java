package de.amtsbote.gateway.entry.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.entry.Portal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@GatewayTest
class OpenApiDocumentTest {

  private static final String ADDRESS = "/api/v1/openapi";

  @LocalServerPort int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  Contract contract;

  @BeforeEach
  void read() throws Exception {
    // nobody needs an account to read what the gateway offers
    var answer = new Portal(port, null).get(ADDRESS);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/openapi.json"), answer.text());
    contract = new Contract(answer.text());
  }

  @Test
  void document_isOpenApi31() {
    assertThat(contract.document().path("openapi").asText()).startsWith("3.1");
  }

  @Test
  void document_isGivenAsYamlToo() throws Exception {
    var answer = new Portal(port, null).get(ADDRESS + ".yaml");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).startsWith("openapi: 3.1");
  }

  @Test
  void document_namesEveryEndpointAndNoOther() {
    var offered = new TreeSet<String>();
    mappings
        .getHandlerMethods()
        .keySet()
        .forEach(
            mapping ->
                mapping.getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/") && !path.startsWith(ADDRESS))
                    .map(path -> path.replaceAll("\\{(\\w+):[^}]*}", "{$1}"))
                    .forEach(
                        path ->
                            mapping
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(method -> offered.add(method + " " + path))));

    assertThat(contract.operations().keySet()).isEqualTo(offered);
  }

  @Test
  void everyOperation_isExplainedAndNeedsAToken() {
    var ids = new ArrayList<String>();
    assertThat(contract.operations())
        .allSatisfy(
            (name, operation) -> {
              assertThat(operation.path("summary").asText()).as(name).isNotBlank();
              assertThat(operation.path("tags")).as(name).hasSize(1);
              assertThat(operation.path("security").toString()).as(name).contains("token");
              ids.add(operation.path("operationId").asText());
              operation
                  .path("parameters")
                  .forEach(
                      it ->
                          assertThat(it.path("description").asText())
                              .as(name + " " + it.path("name").asText())
                              .isNotBlank());
            });
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void everyExample_obeysItsSchema() {
    var examples = new ArrayList<String>();
    contract
        .operations()
        .forEach(
            (name, operation) -> {
              operation
                  .path("responses")
                  .forEach(
                      it -> it.path("content").forEach(content -> check(name, content, examples)));
              operation
                  .at("/requestBody/content")
                  .forEach(content -> check(name, content, examples));
            });
    assertThat(examples).hasSizeGreaterThan(100);
  }

  private void check(String name, JsonNode content, ArrayList<String> examples) {
    var all = new ArrayList<JsonNode>();
    if (content.has("example")) {
      all.add(content.path("example"));
    }
    content.path("examples").forEach(it -> all.add(it.path("value")));
    for (var example : all) {
      assertThat(contract.violations(content.path("schema"), example)).as(name).isEmpty();
      examples.add(name);
    }
  }
}
