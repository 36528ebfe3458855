package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.cli.audit.AuditCommand;
import de.amtsbote.gateway.message.Sha256;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What is exported as evidence, and whether a check sees what was done to it. */
class EvidenceWayTest {

  private static String id;
  private static byte[] exported;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private Map<String, byte[]> files;

  @BeforeAll
  static void delivered() throws Exception {
    var town = Town.shared();
    id = town.portal().submit(Samples.xdemo("0200/minimal.xml"));
    awaitState(town.portal(), id, "DELIVERED");
    exported = town.operator().evidence(id);
  }

  @BeforeEach
  void unzip() throws Exception {
    files = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(exported))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
  }

  @Test
  void evidence_hasReceiptsTimelineAndTheProcessCardAsItWasReceived() {
    assertThat(text("receipts.json")).contains("\"given\"", "\"obtained\"", "RECEIPT", "sha256");
    assertThat(text("timeline.json")).contains("DELIVERED", "previousHash");
    assertThat(text(card()))
        .startsWith("<osci:ProcessCardBundle xmlns:osci=\"http://www.osci.de/2002/04/osci\">")
        .contains("<osci:Creation>", "<osci:Reception>", "<osci:InspectionReport>");
    assertThat(files.keySet()).noneMatch(name -> name.contains("payload"));
    assertThat(new String(exported, StandardCharsets.ISO_8859_1)).doesNotContain("Mustermann");
  }

  @Test
  void evidenceAsItWasExported_holds() throws Exception {
    assertThat(check("--json")).isZero();

    var report = JsonMapper.builder().build().readTree(out.toString());
    assertThat(report.path("holds").asBoolean()).isTrue();
    assertThat(report.path("message").asString()).isEqualTo(id);
    assertThat(report.path("entries").asInt()).isGreaterThan(5);
    assertThat(report.path("head").asString()).matches("[0-9a-f]{64}");
    assertThat(report.path("problems")).isEmpty();
  }

  @Test
  void changedFile_isNamedByItsDigest() throws Exception {
    change("attempts.json", it -> it + " ");

    assertFound("attempts.json: does not have the digest that SHA256SUMS names");
  }

  @Test
  void fileThatIsMissingOrAdded_isNamed() throws Exception {
    files.remove("attempts.json");
    files.put("more.json", new byte[] {'1'});

    assertFound("attempts.json: is missing");
    assertThat(out.toString()).contains("more.json: SHA256SUMS does not name it");
  }

  @Test
  void changedEntry_isNamedAlthoughTheDigestsWereMadeAnew() throws Exception {
    change("timeline.json", it -> it.replaceFirst("\"actor\" : \"system\"", "\"actor\" : \"me\""));
    signAnew();

    assertThat(check()).isEqualTo(1);
    assertThat(out.toString())
        .containsPattern("timeline.json: entry \\d+: its content does not have the hash");
  }

  @Test
  void removedEntry_isNamed() throws Exception {
    change(
        "timeline.json", it -> it.replaceFirst("(?s)\\{.*?\"hash\" : \"[0-9a-f]+\"\\s*\\}, ", ""));
    signAnew();

    assertFound("timeline.json: entry 1: the next entry has number 2");
  }

  @Test
  void receiptOfAnotherTime_isNamed() throws Exception {
    change(
        "receipts.json",
        it -> it.replaceFirst("\"receivedAt\" : \"\\d{4}", "\"receivedAt\" : \"2020"));
    signAnew();

    assertFound("receipts.json: the receipt is not the one of the first entry");
  }

  @Test
  void processCardOfAnotherMessage_isNamed() throws Exception {
    change(card(), it -> it.replaceFirst("<osci:MessageId>[^<]*", "<osci:MessageId>eA=="));
    signAnew();

    assertFound("is of another OSCI message id than the hand-over");
  }

  @Test
  void missingProcessCard_isNamed() throws Exception {
    files.remove(card());
    signAnew();

    assertFound("is missing, although the reader has confirmed");
  }

  private String card() {
    return files.keySet().stream()
        .filter(name -> name.startsWith("process-cards/"))
        .findFirst()
        .orElseThrow();
  }

  private String text(String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  private void change(String name, UnaryOperator<String> change) {
    var changed = change.apply(text(name));
    assertThat(changed).isNotEqualTo(text(name));
    files.put(name, changed.getBytes(StandardCharsets.UTF_8));
  }

  private void signAnew() {
    files.remove("SHA256SUMS");
    var sums = new StringBuilder();
    for (var file : files.entrySet()) {
      sums.append(Sha256.hex(file.getValue()));
      sums.append("  ").append(file.getKey()).append('\n');
    }
    files.put("SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void assertFound(String problem) throws Exception {
    assertThat(check()).isEqualTo(1);
    assertThat(out.toString()).contains(problem);
  }

  private int check(String... more) throws Exception {
    var file = folder.resolve("evidence.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
        zip.closeEntry();
      }
    }
    var arguments = new String[more.length + 2];
    System.arraycopy(more, 0, arguments, 2, more.length);
    arguments[0] = "evidence";
    arguments[1] = file.toString();
    return AuditCommand.command().setOut(new PrintWriter(out, true)).execute(arguments);
  }
}
