package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.directory.dvdv.api.Organization;
import de.amtsbote.gateway.directory.dvdv.api.OrganizationDescription;
import de.amtsbote.gateway.simulator.dvdv.DvdvFault;
import de.amtsbote.gateway.simulator.dvdv.OsciService;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole way to readers, and from senders, that only the DVDV knows. */
class DvdvWayTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final Town town = Town.shared();
  private final PortalClient portal = town.portal();

  @AfterEach
  void repairTheDvdv() {
    town.dvdv.fault(null);
  }

  @Test
  void application_reachesAReaderThatOnlyTheDvdvKnows() throws Exception {
    town.dvdv.content.add("mbe:99001077", town.dvdv.service("bauamt").entry());
    var payload = to("mbe:99001077");

    var id = portal.submit(payload);

    awaitState(portal, id, "DELIVERED");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("bauamt", payload)).hasSize(1));
    assertThat(portal.message(id).path("timeline").toString()).contains("mbe:99001077@antrag");
  }

  @Test
  void serviceWhoseTimeIsOver_rejectsWithTheWordsOfTheDvdv() throws Exception {
    var service = town.dvdv.service("bauamt");
    town.dvdv.content.add(
        "mbe:99001070",
        new OsciService(
                service.uri(),
                service.organization(),
                service.intermediary(),
                service.intermediaryCipher(),
                service.intermediarySignature(),
                service.addressee(),
                service.reader(),
                service.container(),
                null,
                Instant.parse("2020-01-01T00:00:00Z"))
            .entry());

    var id = portal.submit(to("mbe:99001070"));

    awaitState(portal, id, "REJECTED");
    assertThat(portal.message(id).at("/reason/code").asString()).isEqualTo("AB-3005");
    assertThat(portal.message(id).at("/reason/details").asString())
        .contains("zurzeit nicht gültig");
  }

  @Test
  void serviceThatAnswersAtOnce_getsNothingIntoAMailboxThatNobodyReads() throws Exception {
    town.dvdv.content.add("mbe:99001074", town.dvdv.dialog("bauamt", town.procedure("/foreign")));

    var id = portal.submit(to("mbe:99001074"));

    awaitState(portal, id, "PARKED");
    assertThat(portal.message(id).at("/reason/code").asString()).isEqualTo("AB-3006");
    assertThat(portal.message(id).at("/reason/details").asString()).contains("osci:mediate");
  }

  @Test
  void dvdvThatIsDown_letsTheMessageWaitForIt() throws Exception {
    town.dvdv.content.add("mbe:99001076", town.dvdv.service("bauamt").entry());
    town.dvdv.fault(DvdvFault.BROKEN);
    var id = portal.submit(to("mbe:99001076"));
    await()
        .atMost(SOON)
        .until(() -> portal.message(id).path("timeline").toString().contains("AB-3008"));

    town.dvdv.fault(null);

    awaitState(portal, id, "DELIVERED");
  }

  /** Nobody would ask again for ten minutes, if the intermediary were there. */
  @Test
  void entryThatWasWrong_isLookedUpOnceMoreWhenSendingFails() throws Exception {
    var right = town.dvdv.service("bauamt");
    var nowhere = URI.create("http://localhost:1/osci");
    town.dvdv.content.add(
        "mbe:99001075",
        new OsciService(
                right.uri(),
                right.organization(),
                nowhere,
                right.intermediaryCipher(),
                right.intermediarySignature(),
                right.addressee(),
                right.reader(),
                right.container(),
                null,
                null)
            .entry());
    var id = portal.submit(to("mbe:99001075"));
    await()
        .atMost(SOON)
        .until(() -> portal.message(id).path("timeline").toString().contains("AB-4001"));

    town.dvdv.content.add("mbe:99001075", right.entry());

    awaitState(portal, id, "DELIVERED");
  }

  @Test
  void sender_isRefusedUntilItIsEnteredAsTheDemandedKindOfAuthority() throws Exception {
    town.dvdv.content.add("mbe:99001078", town.dvdv.service("meldeauskunft").entry());
    var refused = to("mbe:99001078");
    portal.submit(refused);
    await()
        .atMost(SOON)
        .until(
            () ->
                !town.jdbc()
                    .queryForList(
                        "select id from message where entry_account = 'meldeauskunft'"
                            + " and state = 'REJECTED'")
                    .isEmpty());

    enterThePortalAsMeldebehoerde();
    var taken = to("mbe:99001078");
    portal.submit(taken);

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("meldeauskunft", taken)).hasSize(1));
    assertThat(town.droppedWith("meldeauskunft", refused)).isEmpty();
  }

  @Test
  void deliveryOfAnotherKindOfAuthority_isKeptClosed() throws Exception {
    town.dvdv.content.add("mbe:99001079", town.dvdv.service("altverfahren").entry());

    portal.submit(to("mbe:99001079"));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        town.jdbc()
                            .queryForList(
                                "select state || ' ' || reason_code from message"
                                    + " where entry_account = 'passauskunft'",
                                String.class))
                    .containsExactly("PARKED AUTHOR_CATEGORY_WRONG"));
  }

  private void enterThePortalAsMeldebehoerde() {
    town.dvdv.content.add(
        new OrganizationDescription(
            new Organization(
                1L,
                null,
                null,
                "Portal",
                null,
                null,
                null,
                null,
                1L,
                null,
                "Meldebehörde",
                List.of("mbe:99000001"),
                List.of(OsciService.certificate(town.signers.get("portal").certificate())),
                List.of()),
            List.of()));
  }

  private static byte[] to(String reader) throws Exception {
    return new String(Samples.xdemo("0100/minimal.xml"), StandardCharsets.UTF_8)
        .replace("mbe:99001001", reader)
        .getBytes(StandardCharsets.UTF_8);
  }
}
