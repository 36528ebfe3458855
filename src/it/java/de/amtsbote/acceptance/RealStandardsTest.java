package de.amtsbote.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.Multipart;
import de.amtsbote.acceptance.site.PortalSteps;
import de.amtsbote.acceptance.site.Sha256;
import de.amtsbote.acceptance.site.Site;
import de.amtsbote.acceptance.site.Standards;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.junit.jupiter.api.Test;

/** Official standards, installed by the command as their users install them. */
@AcceptanceTest
class RealStandardsTest {

  private static final String SCHOOL = "schule:4711";
  private static final String XML = "application/xml";

  @Test
  @CitrusTest
  void xbauApplicationWithItsPlan_arrivesWhereItsHeaderSays(
      @CitrusResource TestCaseRunner run, Site site) throws Exception {
    byte[] application = read("xbau-2.6", "samples/story/1_antrag.1200.xml");
    String planName = "urn_uuid_5b1f1d2e-8c0a-4f6d-9a77-3c2b1a0f9e88.pdf";
    byte[] plan = read("xbau-2.6", "samples/story/" + planName);

    new PortalSteps(run, site)
        .sendsForm(
            Multipart.file("payload", "antrag.xml", XML, application),
            Multipart.file("attachment", planName, "application/pdf", plan))
        .getsReceipt("id")
        .seesState("id", "DELIVERED");

    assertThat(site.fachverfahren().awaitPart(Sha256.of(application)).parts())
        .contains(application, plan);
  }

  @Test
  @CitrusTest
  void xbauMessageThatBreaksTheSchema_isRejected(@CitrusResource TestCaseRunner run, Site site)
      throws Exception {
    Path broken = firstBroken(Standards.official("xbau-2.6", "invalid"));

    new PortalSteps(run, site)
        .sends(Files.readAllBytes(broken), XML)
        .getsReceipt("id")
        .seesRejection("id", "AB-2005")
        .readsLineAndPath("id");
  }

  @Test
  @CitrusTest
  void xschuleDocument_goesToTheReaderGivenAsHeaders(@CitrusResource TestCaseRunner run, Site site)
      throws Exception {
    byte[] document = read("xschule-1.2", "samples/XSchule_Schulbescheinigung_01.xml");

    new PortalSteps(run, site)
        .sendsTo(SCHOOL, "schulbescheinigung", document)
        .getsReceipt("id")
        .seesState("id", "DELIVERED");

    assertThat(site.fachverfahren().awaitPart(Sha256.of(document)).parts()).contains(document);
  }

  @Test
  @CitrusTest
  void xschuleDocument_goesToTheReaderGivenAsFormFields(
      @CitrusResource TestCaseRunner run, Site site) throws Exception {
    byte[] document = read("xschule-1.2", "samples/XSchule_Abiturzeugnis_NW_01.xml");

    new PortalSteps(run, site)
        .sendsForm(
            Multipart.field("reader", SCHOOL),
            Multipart.field("service", "zeugnis"),
            Multipart.file("payload", "zeugnis.xml", XML, document))
        .getsReceipt("id")
        .seesState("id", "DELIVERED");

    assertThat(site.fachverfahren().awaitPart(Sha256.of(document)).parts()).contains(document);
  }

  @Test
  @CitrusTest
  void xschuleDocumentWithoutReader_isRejected(@CitrusResource TestCaseRunner run, Site site)
      throws Exception {
    new PortalSteps(run, site)
        .sends(read("xschule-1.2", "samples/XSchule_Wechsel_01.xml"), XML)
        .getsReceipt("id")
        .seesRejection("id", "AB-2006");
  }

  private static byte[] read(String standard, String file) throws Exception {
    return Files.readAllBytes(Standards.official(standard, file));
  }

  private static Path firstBroken(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("xsd_"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }
}
