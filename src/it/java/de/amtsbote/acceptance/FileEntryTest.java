package de.amtsbote.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.Applications;
import de.amtsbote.acceptance.site.PortalSteps;
import de.amtsbote.acceptance.site.Sha256;
import de.amtsbote.acceptance.site.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.junit.jupiter.api.Test;

/** Files that a procedure lays into a folder, and those that become no message. */
@AcceptanceTest
class FileEntryTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SIX_MEGABYTES = 6 * 1024 * 1024;

  private final String name = UUID.randomUUID() + ".xml";

  @Test
  @CitrusTest
  void fileInTheFolder_isDelivered(@CitrusResource TestCaseRunner run, Site site)
      throws IOException {
    byte[] application = Applications.valid();

    lay(site, application);

    operator(run, site).findsByAnyId(uuid(application), "id").seesState("id", "DELIVERED");
    assertThat(site.fachverfahren().awaitPart(Sha256.of(application)).parts())
        .contains(application);
  }

  @Test
  @CitrusTest
  void fileLaidTwice_isOneMessage(@CitrusResource TestCaseRunner run, Site site)
      throws IOException {
    byte[] application = Applications.valid();
    lay(site, application);
    operator(run, site).findsByAnyId(uuid(application), "id").seesState("id", "DELIVERED");
    site.fachverfahren().awaitPart(Sha256.of(application));

    lay(site, application);

    // what was handed in, and what then came into the mailbox of the office
    operator(run, site).counts(uuid(application), 2);
    assertThat(site.fachverfahren().deliveriesOf(Sha256.of(application))).hasSize(1);
  }

  @Test
  @CitrusTest
  void fileThatBreaksTheSchema_isRejected(@CitrusResource TestCaseRunner run, Site site)
      throws IOException {
    byte[] broken = Applications.breaksTheSchema();

    lay(site, broken);

    operator(run, site).findsByAnyId(uuid(broken), "id").seesRejection("id", "AB-2005");
  }

  @Test
  void fileOverTheLimit_isPutAside(Site site) throws IOException {
    byte[] large = ("<a>" + "x".repeat(SIX_MEGABYTES) + "</a>").getBytes(StandardCharsets.US_ASCII);

    Files.createDirectories(site.entryFolder());
    drop(site, large);

    await()
        .atMost(PATIENCE)
        .until(() -> Files.exists(site.entryFolder().resolve(".failed").resolve(name)));
    assertThat(site.log()).contains("AB-1002");
  }

  private static PortalSteps operator(TestCaseRunner run, Site site) {
    return new PortalSteps(run, site, Site.OPERATOR_TOKEN);
  }

  /** The UUID in the header of the document. */
  private static String uuid(byte[] content) {
    return new String(content, StandardCharsets.UTF_8)
        .replaceFirst("(?s).*<nachrichtenUUID>([^<]*)<.*", "$1");
  }

  /** Lays a file into the folder and waits until it was taken. */
  private void lay(Site site, byte[] content) throws IOException {
    Files.createDirectories(site.entryFolder());
    Files.deleteIfExists(site.entryFolder().resolve(".done").resolve(name));
    drop(site, content);
    await()
        .atMost(PATIENCE)
        .until(() -> Files.exists(site.entryFolder().resolve(".done").resolve(name)));
  }

  private void drop(Site site, byte[] content) throws IOException {
    Path beside = Files.write(site.entryFolder().resolve(name + ".part"), content);
    Files.move(beside, site.entryFolder().resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
