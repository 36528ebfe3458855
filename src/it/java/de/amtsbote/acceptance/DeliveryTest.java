package de.amtsbote.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.Applications;
import de.amtsbote.acceptance.site.PortalSteps;
import de.amtsbote.acceptance.site.Sha256;
import de.amtsbote.acceptance.site.Site;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.junit.jupiter.api.Test;

@AcceptanceTest
class DeliveryTest {

  @Test
  @CitrusTest
  void validApplication_arrivesBitByBit(@CitrusResource TestCaseRunner run, Site site) {
    byte[] application = Applications.valid();

    new PortalSteps(run, site).sends(application, "application/xml").getsReceipt("id");

    assertThat(site.fachverfahren().awaitPart(Sha256.of(application)).parts())
        .contains(application);
  }

  @Test
  @CitrusTest
  void portal_seesTheDelivery(@CitrusResource TestCaseRunner run, Site site) {
    new PortalSteps(run, site)
        .sends(Applications.valid(), "application/xml")
        .getsReceipt("id")
        .seesState("id", "DELIVERED");
  }
}
