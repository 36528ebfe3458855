package de.amtsbote.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.acceptance.site.Applications;
import de.amtsbote.acceptance.site.PortalSteps;
import de.amtsbote.acceptance.site.Sha256;
import de.amtsbote.acceptance.site.Site;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.citrusframework.junit.jupiter.CitrusExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(CitrusExtension.class)
class RestartTest {

  /** Work is switched off at first, so that the receipt is all that there is when it ends. */
  @Test
  @CitrusTest
  void gatewayKilledBetweenReceiptAndSending_goesOnAfterItsRestart(
      @CitrusResource TestCaseRunner run) throws Exception {
    byte[] application = Applications.valid();
    try (Site site = Site.prepare()) {
      site.gateway().start("--amtsbote.work.enabled=false");
      new PortalSteps(run, site).sends(application, "application/xml").getsReceipt("id");
      site.gateway().kill();

      site.gateway().start();

      new PortalSteps(run, site).seesState("id", "DELIVERED");
      assertThat(site.fachverfahren().awaitPart(Sha256.of(application)).parts())
          .contains(application);
    }
  }
}
