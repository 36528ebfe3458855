package de.amtsbote.xoev.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.bindings.Bindings;
import de.amtsbote.xoev.bindings.g2g.NachrichtenkopfG2G;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.reply.Reason;
import de.amtsbote.xoev.reply.Sender;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.validation.ValidationOptions;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the examples of the page on the library. */
class XoevPageTest {

  @TempDir Path folder;

  private final List<String> logged = new ArrayList<>();

  @Test
  void examples_checkReadAndAnswerAMessage() throws IOException {
    Path standards = folder.resolve("standards");
    Path delivery = folder.resolve("xdemo.zip");
    try (var zip = Files.newOutputStream(delivery)) {
      XDemo.writePackage("1.0", zip);
    }
    Path message = folder.resolve("message.xml");
    try (var in = XDemo.sample("1.0", "0200/broken-missing.xml").open()) {
      Files.copy(in, message);
    }
    var out = new ByteArrayOutputStream();

    // check
    new StandardInstaller(standards).install(delivery, InstallOptions.DEFAULT);
    Xoev xoev = Xoev.open(standards, Clock.systemUTC());
    ValidationReport report =
        xoev.validate(Content.of(message), ValidationOptions.ALL.inProduction());
    report.findings().forEach(f -> log(f.code() + " " + f.path() + " " + f.cause().german()));
    // /check
    // read
    XoevHeader header = xoev.header(Content.of(message)).orElseThrow();
    log(header.author().key() + " to " + header.reader().key());
    var kopf = Bindings.readHeader(Content.of(message), NachrichtenkopfG2G.class);
    log(kopf.getIdentifikationNachricht().getNachrichtenUUID());
    // /read
    // answer
    var replies = xoev.replies(new Sender("Fachverfahren", "1.0", "Beispiel GmbH"));
    if (xoev.dispatch(Content.of(message)) instanceof Dispatch.Known known) {
      replies.reject(Content.of(message), known, Reason.of(report), true, out);
    }
    // /answer

    assertThat(logged.get(0)).startsWith("XOEV-X001 /gewerbe.anmeldung.antrag.0200[1]");
    assertThat(logged).contains("prt:99000001 to gew:99001002", header.messageUuid());
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("vorgang.rueckweisung.0990");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "read", "answer"})
  void examples_areThoseOfThePage(String name) throws IOException {
    var source =
        Files.readString(Path.of("src/test/java/de/amtsbote/xoev/engine/XoevPageTest.java"));
    var page = Files.readString(Path.of("../docs/xoev-library.md"));

    assertThat(between(source, "// " + name, "// /" + name))
        .isEqualTo(between(page, "<!-- " + name + " -->\n```java", "```\n<!-- /" + name + " -->"));
  }

  private void log(String line) {
    logged.add(line);
  }

  /** Without indentation and line breaks, which the formatter chooses. */
  private static String between(String text, String start, String end) {
    var found =
        Pattern.compile(
                "^ *" + Pattern.quote(start) + "\\n(.*?)^ *" + Pattern.quote(end) + "$",
                Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(text);
    assertThat(found.find()).isTrue();
    return found.group(1).replaceAll("\\s+", " ").strip();
  }
}
