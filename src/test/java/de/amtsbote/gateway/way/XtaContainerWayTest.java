package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.entry.xta.XtaPortal;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** ZIP containers that come over XTA go the whole way; what is inside decides. */
class XtaContainerWayTest {

  private static final Path XDOMEA = Path.of("../shared/xoev/standards/xdomea-3.0.0");
  private static final String RECEIPT =
      "9a75050f-323a-4e84-94c9-a889aa2b4fe8_Aussonderung.BewertungEmpfangBestaetigen.0505.xml";
  private static final String READER = "bab:04011000";

  private final Town town = Town.shared();
  private final XtaPortal portal =
      new XtaPortal((ServletWebServerApplicationContext) town.gateway());

  @Test
  void containerWithAValidMessage_arrivesAsItIs() throws Exception {
    var container =
        new Zip()
            .with("4711_gewerbe.anmeldung.antrag.0200.xml", Samples.xdemo("0200/minimal.xml"))
            .bytes();

    assertThat(portal.send("gew:99001002", container).fault()).isNull();

    assertArrives("gewerbeamt", container);
  }

  @Test
  void containerWithAnInvalidMessage_isRefusedAtOnceWithThePlaceInside() throws Exception {
    var container =
        new Zip()
            .with(
                "4711_gewerbe.anmeldung.antrag.0200.xml", Samples.xdemo("0200/broken-missing.xml"))
            .bytes();

    assertRefused(container, "gew:99001002", "/gewerbe.anmeldung.antrag.0200[1]/betrieb[1]");
  }

  @Test
  void xdomeaContainer_arrivesAsItIs() throws Exception {
    var container = xdomea("").bytes();

    assertThat(portal.send(READER, container).fault()).isNull();

    assertArrives("bauamt", container);
  }

  @Test
  void xdomeaContainerWithAnInvalidMessage_isRefusedAtOnceWithThePlaceInside() throws Exception {
    var container = xdomea("<xdomea:Unbekannt/>").bytes();

    assertRefused(
        container, READER, "/Aussonderung.BewertungEmpfangBestaetigen.0505[1]/Unbekannt[1]");
  }

  @Test
  void xdomeaContainerThatLeadsOutOfItsFolder_isRefusedAtOnce() throws Exception {
    var container = xdomea("").with("../" + UUID.randomUUID() + "_a.pdf", new byte[] {1}).bytes();

    assertThat(portal.send(READER, container).text()).contains("XOEV-X006");
  }

  private void assertArrives(String office, byte[] container) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith(office, container)).hasSize(1));
    assertThat(
            town.jdbc()
                .queryForList(
                    "select t.event from timeline t join part p on p.message_id = t.message_id"
                        + " join message m on m.id = t.message_id"
                        + " where p.sha256 = sha256(?) and m.entry_kind = 'XTA'",
                    String.class,
                    (Object) container))
        .contains("VALIDATED", "SENT");
  }

  private void assertRefused(byte[] container, String reader, String place) throws Exception {
    var sent = portal.send(reader, container);

    assertThat(sent.fault()).isEqualTo("MessageSchemaViolationException 9050");
    assertThat(sent.text()).contains("AB-2005", place);
    assertThat(
            town.jdbc()
                .queryForObject(
                    "select count(*) from part where sha256 = sha256(?)",
                    Long.class,
                    (Object) container))
        .isZero();
  }

  /**
   * A container with something more at the end of its message, which names our reader, and codes of
   * the list that the sample only says it uses.
   */
  private Zip xdomea(String more) throws IOException {
    assumeThat(XDOMEA).as("the folder with official standards is not here").isDirectory();
    var xoev = town.gateway().getBean(Xoev.class);
    if (xoev.catalog().find("xdomea", "3.0.0").isEmpty()) {
      xoev.installer().install(XDOMEA, InstallOptions.DEFAULT.replacing());
      await().atMost(SOON).until(() -> xoev.catalog().find("xdomea", "3.0.0").isPresent());
    }
    var end = "</xdomea:Aussonderung.BewertungEmpfangBestaetigen.0505>";
    var message =
        Files.readString(XDOMEA.resolve("samples/" + RECEIPT))
            .replace("EmpBehoerdenkennungPraefixCode", "bab")
            .replace("LATh", "04011000")
            .replace("<code>002</code>", "<code>02</code>")
            .replace(end, more + end);
    return new Zip().with(RECEIPT, message.getBytes(StandardCharsets.UTF_8));
  }
}
