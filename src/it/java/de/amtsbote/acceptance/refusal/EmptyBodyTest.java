package de.amtsbote.acceptance.refusal;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.PortalSteps;
import de.amtsbote.acceptance.site.Site;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

@AcceptanceTest
class EmptyBodyTest {

  @Test
  @CitrusTest
  void emptyBody_isRefused(@CitrusResource TestCaseRunner run, Site site) {
    new PortalSteps(run, site)
        .sends(new byte[0], "application/xml")
        .getsProblem(HttpStatus.BAD_REQUEST, "AB-1001")
        .findsTheIncidentInTheLog();
  }
}
