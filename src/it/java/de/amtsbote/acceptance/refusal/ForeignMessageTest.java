package de.amtsbote.acceptance.refusal;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.Applications;
import de.amtsbote.acceptance.site.PortalSteps;
import de.amtsbote.acceptance.site.Site;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

@AcceptanceTest
class ForeignMessageTest {

  @Test
  @CitrusTest
  void portalOfAnotherTenant_seesNoSuchMessage(@CitrusResource TestCaseRunner run, Site site) {
    new PortalSteps(run, site).sends(Applications.valid(), "application/xml").getsReceipt("id");

    new PortalSteps(run, site, Site.FOREIGN_PORTAL_TOKEN)
        .asksFor("id")
        .getsProblem(HttpStatus.NOT_FOUND, "AB-3001")
        .findsNothingBy("${id}");
  }
}
