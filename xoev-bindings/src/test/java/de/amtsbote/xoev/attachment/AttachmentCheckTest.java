package de.amtsbote.xoev.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Attachment;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.Shared;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.standard.AttachmentReference;
import de.amtsbote.xoev.validation.ValidationOptions;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentCheckTest {

  private static final String ID = "000003a2-2329-4100-8000-0000000e53f9";
  private static final String HASH = "0".repeat(60) + "1eef";
  private static final String NAME = "bescheid-1.pdf";
  private static final String PDF = "application/pdf";

  @TempDir Path work;

  @Test
  void attachmentAsTheMessageSays_isFine() throws IOException {
    assertThat(found(new Attachment(ID, NAME, PDF, 48_213, HASH))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"urn:uuid:" + ID, "urn_uuid_" + ID, "_" + ID, "URN:UUID:" + ID})
  void idInAnotherSpelling_isTheSame(String id) throws IOException {
    assertThat(found(new Attachment(id, "", "", -1, ""))).isEmpty();
  }

  @Test
  void attachmentWithoutId_isFoundByItsName() throws IOException {
    assertThat(found(new Attachment("", NAME, PDF, 48_213, HASH))).isEmpty();
  }

  @Test
  void missingAttachment_isReportedWhereTheMessageNamesIt() throws IOException {
    Finding finding =
        report().findings().stream()
            .filter(f -> f.code().equals("XOEV-A001"))
            .findFirst()
            .orElseThrow();

    assertThat(finding.path()).isEqualTo("/vorgang.bescheid.0930[1]/bescheid[1]");
    assertThat(finding.line()).isPositive();
    assertThat(finding.isError()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "bescheid-1.pdf, application/pdf, 48214, 1eef, XOEV-A003",
    "bescheid-1.pdf, application/pdf, 48213, 1eee, XOEV-A004",
    "bescheid-1.pdf, text/html, 48213, 1eef, XOEV-A005",
    "bescheid-2.pdf, application/pdf, 48213, 1eef, XOEV-A006"
  })
  void attachmentOtherThanTheMessageSays_isReported(
      String name, String type, long size, String hash, String code) throws IOException {
    assertThat(found(new Attachment(ID, name, type, size, "0".repeat(60) + hash)))
        .containsExactly(code);
  }

  @Test
  void mediaTypeWithParameters_isTheSame() throws IOException {
    assertThat(found(new Attachment(ID, NAME, "Application/PDF; v=1", 48_213, HASH))).isEmpty();
  }

  @Test
  void attachmentNobodyNames_isAWarning() throws IOException {
    var report =
        report(new Attachment(ID, NAME, PDF, 48_213, HASH), new Attachment("x", "y", "", 1, ""));

    assertThat(report.isValid()).isTrue();
    assertThat(codes(report)).containsExactly("XOEV-A002");
  }

  @Test
  void twoAttachmentsOfOneId_areReported() throws IOException {
    assertThat(
            found(
                new Attachment(ID, NAME, PDF, 48_213, HASH),
                new Attachment("urn:uuid:" + ID, "b.pdf", PDF, 1, "")))
        .contains("XOEV-A007");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../a.pdf", "a/b.pdf", "C:\\a.pdf", ".a", "con.pdf", "a\u202Efdp.exe", "a\u0001"})
  void namesThatHarmReceivers_areReported(String name) throws IOException {
    assertThat(found(new Attachment(ID, name, PDF, 48_213, HASH))).contains("XOEV-A006");
  }

  @Test
  void references_areNotCheckedWhenNobodySaysWhatCame() throws IOException {
    var report = Demo.validate(XDemo.sample("1.1", "0930/full.xml"), ValidationOptions.ALL);

    assertThat(codes(report)).isEmpty();
  }

  @Test
  void noReport_tellsTheNameOfAFile() throws IOException {
    var report = report(new Attachment(ID, "Geheimnis4711/x", "Geheimnis/x y", 1, ""));

    assertThat(report.findings().toString()).doesNotContain("Geheimnis4711", "x y");
  }

  @Test
  void packageOfXDemo_saysWhereItsReferencesAre() {
    assertThat(Demo.xoev().catalog().get("xdemo", "1.0").manifest().attachments())
        .extracting(AttachmentReference::element)
        .containsExactly("anlage", "bescheid");
  }

  @Test
  void applicationWithItsPlanBesideIt_isFine() throws IOException {
    Path xbau = Shared.standard("xbau-2.6");
    String id = "urn_uuid_5b1f1d2e-8c0a-4f6d-9a77-3c2b1a0f9e88";
    var plan =
        new Attachment(
            id,
            "Lageplan_Am Speicher 3.pdf",
            PDF,
            238,
            "89df743798863a9b25be7da17e01fefcd03841e865fe2b650cf7d95002ee4e0a");
    var changed = new Attachment(id, plan.name(), PDF, 239, HASH);
    Xoev xoev = installed(xbau);
    Content message = Content.of(xbau.resolve("samples/story/1_antrag.1200.xml"));

    assertThat(codes(xoev.validate(message, with(plan)))).isEmpty();
    assertThat(codes(xoev.validate(message, with(changed))))
        .containsExactly("XOEV-A003", "XOEV-A004");
  }

  private Xoev installed(Path delivery) {
    new StandardInstaller(work).install(delivery, InstallOptions.DEFAULT);
    return Xoev.open(work, Demo.CLOCK);
  }

  private static ValidationOptions with(Attachment... came) {
    return ValidationOptions.ALL.withAttachments(List.of(came));
  }

  private static ValidationReport report(Attachment... came) throws IOException {
    return Demo.validate(XDemo.sample("1.1", "0930/full.xml"), with(came));
  }

  private static List<String> found(Attachment... came) throws IOException {
    return codes(report(came));
  }

  private static List<String> codes(ValidationReport report) {
    return report.findings().stream()
        .map(Finding::code)
        .filter(code -> code.startsWith("XOEV-A"))
        .distinct()
        .toList();
  }
}
