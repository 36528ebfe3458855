package de.amtsbote.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings that the program reads and those that the reference lists are the same. */
class ConfigurationReferenceTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(amtsbote\\.[a-z.-]+)");

  /** What the reference must list is written to target/configuration.md, to be copied. */
  @Test
  void reference_listsAllSettings() throws IOException {
    var expected =
        settings().stream()
            .sorted(Comparator.comparing(setting -> setting.path("name").asString()))
            .map(ConfigurationReferenceTest::line)
            .collect(Collectors.joining());
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/configuration.md"), expected);

    assertThat(expected).isNotEmpty();
    var reference = Files.readString(Path.of("docs/configuration.md"));

    var table = reference.lines().filter(line -> line.startsWith("| `amtsbote."));
    assertThat(table.map(line -> line + "\n").collect(Collectors.joining())).isEqualTo(expected);
  }

  @Test
  void everySetting_isExplained() throws IOException {
    assertThat(settings())
        .filteredOn(setting -> setting.path("description").asString("").isBlank())
        .extracting(setting -> setting.path("name").asString())
        .isEmpty();
  }

  @Test
  void settingsReadOneByOne_areKnownToo() throws IOException {
    var known =
        settings().stream()
            .map(setting -> setting.path("name").asString())
            .collect(Collectors.toSet());
    var used = new TreeSet<String>();
    try (var sources = Files.walk(Path.of("src/main/java"))) {
      for (var source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        PLACEHOLDER.matcher(Files.readString(source)).results().forEach(r -> used.add(r.group(1)));
      }
    }

    assertThat(used).isNotEmpty().isSubsetOf(known);
  }

  private static List<JsonNode> settings() throws IOException {
    try (var content =
        GatewayApplication.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      var metadata = JsonMapper.builder().build().readTree(content);
      return StreamSupport.stream(metadata.path("properties").spliterator(), false)
          .filter(setting -> setting.path("name").asString().startsWith("amtsbote."))
          .toList();
    }
  }

  private static String line(JsonNode setting) {
    var isMap = setting.path("type").asString("").startsWith("java.util.Map");
    var initial = setting.path("defaultValue");
    return "| `%s%s` | %s | %s |\n"
        .formatted(
            setting.path("name").asString(),
            isMap ? ".*" : "",
            initial.isMissingNode() ? "" : "`" + initial.asString() + "`",
            setting
                .path("description")
                .asString("")
                .replaceAll("\\{@code (.*?)}", "`$1`")
                .replaceAll("\\s+", " "));
  }
}
