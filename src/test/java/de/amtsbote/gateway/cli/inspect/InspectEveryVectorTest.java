package de.amtsbote.gateway.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command says of every recorded message what its description says, and ends accordingly. */
class InspectEveryVectorTest {

  private static final String ABSENT = "shared vectors are absent";
  private static final Path VECTORS = Path.of("..", "shared", "osci", "vectors");
  private static final Pattern KEY = Pattern.compile("keys/[a-z]+_enc_[0-9a-z]+[.]p12");
  private static final JsonMapper JSON = new JsonMapper();

  static List<String> vectors() throws IOException {
    if (!Files.isDirectory(VECTORS)) {
      return List.of(ABSENT);
    }
    try (var folders = Files.list(VECTORS)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("meta.json")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static List<String> arguments(String vector, JsonNode meta) {
    var arguments = new ArrayList<String>();
    arguments.add(VECTORS.resolve(vector).resolve("message.bin").toString());
    KEY.matcher(meta.toString())
        .results()
        .map(MatchResult::group)
        .distinct()
        .forEach(key -> arguments.addAll(List.of("--keystore", VECTORS.resolve(key).toString())));
    if (arguments.size() > 1) {
      arguments.addAll(List.of("--password", "osci"));
    }
    arguments.add("--json");
    arguments.addAll(List.of("--trust", VECTORS.resolve("keys/ca.cer").toString()));
    if (meta.toString().contains("rsa-1_5") || meta.toString().contains("tripledes")) {
      arguments.addAll(List.of("--policy", "legacy"));
    }
    return arguments;
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void vector_isReportedAsDescribed(String vector) throws IOException {
    assumeFalse(vector.equals(ABSENT), ABSENT);
    var meta = JSON.readTree(Files.readString(VECTORS.resolve(vector).resolve("meta.json")));
    var out = new StringWriter();

    int code =
        new CommandLine(
                new InspectCommand(
                    Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC)))
            .setOut(new PrintWriter(out))
            .execute(arguments(vector, meta).toArray(String[]::new));

    var report = JSON.readTree(out.toString());
    var accepted = meta.get("expected").asString().equals("accept");
    assertThat(report.get("verdict")).isEqualTo(meta.get("expected"));
    assertThat(code).isEqualTo(accepted ? 0 : 1);
    assertThat(report.propertyNames())
        .contains(
            "messageType",
            "verdict",
            "rejectLayer",
            "rejectReason",
            "transportEncryption",
            "orderSignature",
            "messageId",
            "subject",
            "containers",
            "feedback",
            "processCards");
    assertThat(report.get(accepted ? "messageType" : "rejectLayer"))
        .isEqualTo(meta.get(accepted ? "messageType" : "rejectLayer"));
  }
}
