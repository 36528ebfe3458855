package de.amtsbote.xoev.reply;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Shared;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers in official standards, built along schemas this program has never seen. */
class OfficialRepliesTest {

  private static final ValidationOptions WITHOUT_RULES =
      ValidationOptions.ALL.withLevels(Level.parse("safe,charset,xsd,codes,header"));
  private static final List<Reason> REASONS =
      List.of(
          new Reason("X011", "Der Code steht nicht in der Liste.", "/a[1]/b[2]"),
          new Reason("S102", "Testnachricht.", ""));

  @TempDir Path standards;

  @Test
  void applicationForABuildingPermit_isRejectedConfirmedAndAcknowledged() throws IOException {
    Path folder = Shared.standard("xbau-2.6");
    Xoev xoev = installed(folder, "");
    Content application = Content.of(folder.resolve("samples/story/1_antrag.1200.xml"));
    Dispatch.Known known = known(xoev, application);
    XoevHeader received = xoev.header(application).orElseThrow();
    Replies replies = replies(xoev);

    Content rejection = written(out -> replies.reject(application, known, REASONS, true, out));
    Content receipt = written(out -> replies.confirm(application, known, "63-2026-1", out));

    assertThat(problems(xoev, rejection)).isEmpty();
    assertThat(problems(xoev, receipt)).isEmpty();
    assertThat(xoev.header(rejection).orElseThrow().messageType()).isEqualTo("1100");
    assertThat(xoev.header(receipt).orElseThrow().messageType()).isEqualTo("1120");
    assertThat(xoev.header(receipt).orElseThrow().reader()).isEqualTo(received.author());
  }

  @Test
  void reportOnDrinkingWater_isRejectedAndAcknowledged() throws IOException {
    Path folder = Shared.standard("xwasser-1.0.0");
    Xoev xoev = installed(folder, "replies: {reasons: {X011: X001, S102: S001}}");
    Content report = Content.of(folder.resolve("samples/gen-min/vorgang.nachricht.2020.xml"));
    Dispatch.Known known = known(xoev, report);

    Content rejection = written(out -> replies(xoev).reject(report, known, REASONS, true, out));
    Content receipt = written(out -> replies(xoev).acknowledge(report, known, "", "1010", out));

    assertThat(problems(xoev, rejection)).isEmpty();
    assertThat(problems(xoev, receipt)).isEmpty();
    assertThat(xoev.header(receipt).orElseThrow().messageType()).isEqualTo("0020");
    assertThat(xoev.header(rejection).orElseThrow().messageType()).isEqualTo("0010");
  }

  @Test
  void offerOfRecords_isAcknowledgedWithinItsProcess() throws IOException {
    Path folder = Shared.standard("xdomea-3.0.0");
    Xoev xoev = installed(folder, "");
    Content offer =
        Content.of(folder.resolve("samples/xx_Aussonderung.Anbieteverzeichnis.0501.xml"));
    Content handover =
        Content.of(
            folder.resolve(
                "samples/9a75050f-323a-4e84-94c9-a889aa2b4fe8_Aussonderung.Aussonderung.0503.xml"));
    Replies replies = replies(xoev);

    Content first = written(o -> replies.acknowledge(offer, known(xoev, offer), "", "", o));
    Content second = written(o -> replies.acknowledge(handover, known(xoev, handover), "", "", o));

    assertThat(problems(xoev, first)).isEmpty();
    assertThat(problems(xoev, second)).isEmpty();
    assertThat(xoev.header(first).orElseThrow().messageType()).isEqualTo("0504");
    assertThat(xoev.header(second).orElseThrow().messageType()).isEqualTo("0507");
    assertThat(xoev.header(first).orElseThrow().reference())
        .isEqualTo(xoev.header(offer).orElseThrow().reference());
  }

  @Test
  void messageToACourt_isRejectedWithTheOperatorsCodes() throws IOException {
    Path folder = Shared.standard("xjustiz-3.6.2");
    Xoev xoev =
        installed(
            folder,
            """
            replies:
              reasons: {X011: "005", S102: "009"}
              lists: {"urn:xoev-de:xjustiz:codeliste:gds.fehlercodes": "1.4"}
            rules: []
            """);
    Content message =
        Content.of(
            folder.resolve(
                "samples/gen-min/nachricht.gds.uebermittlungSchriftgutobjekte.0005005.xml"));
    Dispatch.Known known = known(xoev, message);

    Content rejection = written(out -> replies(xoev).reject(message, known, REASONS, false, out));

    assertThat(problems(xoev, rejection)).isEmpty();
    assertThat(known(xoev, rejection).root().name()).isEqualTo("nachricht.gds.fehler.0005007");
    assertThat(xoev.header(rejection).orElseThrow().reference())
        .isEqualTo(xoev.header(message).orElseThrow().messageUuid());
  }

  private interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  private static Content written(Writing writing) throws IOException {
    var out = new ByteArrayOutputStream();
    writing.to(out);
    return Content.of(out.toByteArray());
  }

  private Xoev installed(Path delivery, String settings) throws IOException {
    new StandardInstaller(standards).install(delivery, InstallOptions.DEFAULT);
    Xoev xoev = Xoev.open(standards, Demo.CLOCK);
    Path manifest = xoev.catalog().packages().get(0).directory().resolve("standard.yaml");
    String written = Files.readString(manifest);
    if (settings.contains("rules: []")) {
      written = written.replaceAll("(?ms)^rules:.*?(?=^\\w)", "");
    }
    Files.writeString(manifest, written + settings);
    return Xoev.open(standards, Demo.CLOCK);
  }

  private static Replies replies(Xoev xoev) {
    return xoev.replies(new Sender("Amtsbote", "1.0", "Musterland"));
  }

  private static Dispatch.Known known(Xoev xoev, Content message) throws IOException {
    return (Dispatch.Known) xoev.dispatch(message);
  }

  private static List<?> problems(Xoev xoev, Content answer) throws IOException {
    ValidationReport report = xoev.validate(answer, WITHOUT_RULES);
    return report.findings().stream().filter(f -> f.isError()).toList();
  }
}
