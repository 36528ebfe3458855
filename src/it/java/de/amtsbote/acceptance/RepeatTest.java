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
import org.springframework.http.HttpStatus;

@AcceptanceTest
class RepeatTest {

  @Test
  @CitrusTest
  void sentTwice_isAnsweredWithTheFirstReceipt(@CitrusResource TestCaseRunner run, Site site) {
    byte[] application = Applications.valid();

    new PortalSteps(run, site)
        .sends(application, "application/xml", "key-" + Sha256.of(application))
        .getsReceipt("first")
        .sends(application, "application/xml", "key-" + Sha256.of(application))
        .getsReceipt("second")
        .knowsBothAsOne("first", "second");
  }

  @Test
  @CitrusTest
  void sentTwice_isDeliveredOnce(@CitrusResource TestCaseRunner run, Site site) {
    byte[] application = Applications.valid();

    new PortalSteps(run, site)
        .sends(application, "application/xml", "key-" + Sha256.of(application))
        .getsReceipt("first")
        .sends(application, "application/xml", "key-" + Sha256.of(application))
        .getsReceipt("second")
        .seesState("first", "DELIVERED");

    site.fachverfahren().awaitPart(Sha256.of(application));
    assertThat(site.fachverfahren().deliveriesOf(Sha256.of(application))).hasSize(1);
  }

  @Test
  @CitrusTest
  void sameKeyForOtherContent_isRefused(@CitrusResource TestCaseRunner run, Site site) {
    byte[] application = Applications.valid();

    new PortalSteps(run, site)
        .sends(application, "application/xml", "key-" + Sha256.of(application))
        .getsReceipt("first")
        .sends(Applications.valid(), "application/xml", "key-" + Sha256.of(application))
        .getsProblem(HttpStatus.CONFLICT, "AB-1008");
  }
}
