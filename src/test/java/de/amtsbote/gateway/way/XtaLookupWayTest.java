package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.entry.xta.XtaPortal;
import de.amtsbote.gateway.simulator.dvdv.DvdvFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** What callers over XTA hear of services that only the DVDV knows. */
class XtaLookupWayTest {

  private static final String GOOD = "mbe:99001061";

  private final Town town = Town.shared();
  private final XtaPortal portal =
      new XtaPortal((ServletWebServerApplicationContext) town.gateway());

  @AfterEach
  void repairTheDvdv() {
    town.dvdv.fault(null);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> portal.lookup(TownDvdv.SERVICE, "mbe:99001060").fault() == null);
  }

  @Test
  void entryThatIsOfNoUse_spoilsItsOwnQuestionOnly() throws Exception {
    var usual = town.dvdv.service("bauamt");
    town.dvdv.content.add("mbe:99001062", usual.entry("<kaputt/>", usual.elements()));
    town.dvdv.content.add(GOOD, usual.entry());

    var offers = portal.lookup(TownDvdv.SERVICE, "mbe:99001062", GOOD);

    assertThat(offers.fault()).isNull();
    assertThat(offers.answers())
        .containsExactly("ServiceIsAvailableUnknown true", "ServiceIsAvailable true");
  }

  @Test
  void directoryThatDoesNotAnswer_isATechnicalProblemOfTheDirectory() throws Exception {
    town.dvdv.fault(DvdvFault.BROKEN);

    assertThat(portal.lookup(TownDvdv.SERVICE, "mbe:99001063").fault())
        .isEqualTo("XTAWSTechnicalProblemException 9031");
  }
}
