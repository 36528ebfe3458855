package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Official standards, installed while the gateway runs, take the generic routes. */
class OfficialStandardsWayTest {

  private static final Path STANDARDS = Path.of("../shared/xoev/standards");
  private static final String DOCUMENT = "urn_uuid_5b1f1d2e-8c0a-4f6d-9a77-3c2b1a0f9e88";

  private final Town town = Town.shared();
  private final PortalClient portal = town.portal();

  @BeforeEach
  void needsTheStandards() {
    assumeThat(STANDARDS).as("the folder with official standards is not here").isDirectory();
  }

  @Test
  void xbauMessage_whoseHeaderNamesTheReader_arrivesWithItsDocument() throws Exception {
    install("xbau", "2.6");
    var story = STANDARDS.resolve("xbau-2.6/samples/story");
    var payload = Samples.fresh(Files.readAllBytes(story.resolve("1_antrag.1200.xml")));
    var pdf = Files.readAllBytes(story.resolve(DOCUMENT + ".pdf"));

    var id = portal.submit(payload, new PortalClient.File(DOCUMENT + ".pdf", pdf));

    awaitState(portal, id, "DELIVERED");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("bauamt", payload)).hasSize(1));
    var dropped = town.droppedWith("bauamt", payload).get(0);
    assertThat(dropped.resolve(DOCUMENT + ".pdf")).hasBinaryContent(pdf);
  }

  @Test
  void messageOfAnotherStandard_staysValidBesideXbau() throws Exception {
    install("xbau", "2.6");

    var id = portal.submit(Samples.xdemo("0100/minimal.xml"));

    awaitState(portal, id, "DELIVERED");
  }

  @Test
  void xschuleDocument_withoutHeader_goesToTheReaderGivenWithIt() throws Exception {
    install("xschule", "1.2");
    var payload =
        Files.readAllBytes(
            STANDARDS.resolve("xschule-1.2/samples/XSchule_Schulbescheinigung_01.xml"));

    var id =
        portal.submit(
            payload, Map.of("reader", "sch:99000004", "service", "schulbescheinigung"), Map.of());

    awaitState(portal, id, "DELIVERED");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("bauamt", payload)).hasSize(1));
  }

  @Test
  void xschuleDocument_forNobody_isRejected() throws Exception {
    install("xschule", "1.2");
    var payload =
        Files.readAllBytes(
            STANDARDS.resolve("xschule-1.2/samples/XSchule_Schulbescheinigung_02.xml"));

    var id = portal.submit(payload);

    awaitState(portal, id, "REJECTED");
    assertThat(portal.message(id).at("/reason/code").asString()).isEqualTo("AB-2006");
  }

  private void install(String name, String version) {
    var xoev = town.gateway().getBean(Xoev.class);
    if (xoev.catalog().find(name, version).isEmpty()) {
      xoev.installer()
          .install(STANDARDS.resolve(name + "-" + version), InstallOptions.DEFAULT.replacing());
    }
    await().atMost(SOON).until(() -> xoev.catalog().find(name, version).isPresent());
  }
}
