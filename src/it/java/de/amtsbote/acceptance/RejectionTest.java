package de.amtsbote.acceptance;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.Applications;
import de.amtsbote.acceptance.site.PortalSteps;
import de.amtsbote.acceptance.site.Site;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.junit.jupiter.api.Test;

@AcceptanceTest
class RejectionTest {

  @Test
  @CitrusTest
  void brokenSchema_isRejectedWithLineAndPath(@CitrusResource TestCaseRunner run, Site site) {
    new PortalSteps(run, site)
        .sends(Applications.breaksTheSchema(), "application/xml")
        .getsReceipt("id")
        .seesRejection("id", "AB-2005")
        .readsLineAndPath("id")
        .findsTheIncidentInTheLog();
  }

  @Test
  @CitrusTest
  void unknownReader_isRejected(@CitrusResource TestCaseRunner run, Site site) {
    new PortalSteps(run, site)
        .sends(Applications.forUnknownAuthority(), "application/xml")
        .getsReceipt("id")
        .seesRejection("id", "AB-3005")
        .findsTheIncidentInTheLog();
  }
}
