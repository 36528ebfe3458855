package de.amtsbote.acceptance.refusal;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.PortalSteps;
import de.amtsbote.acceptance.site.Site;
import java.nio.charset.StandardCharsets;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

@AcceptanceTest
class WrongTokenTest {

  @Test
  @CitrusTest
  void unknownToken_isRefused(@CitrusResource TestCaseRunner run, Site site) {
    new PortalSteps(run, site, "a-token-that-nobody-has")
        .sends("<a/>".getBytes(StandardCharsets.UTF_8), "application/xml")
        .getsProblem(HttpStatus.UNAUTHORIZED, "AB-1102")
        .findsTheIncidentInTheLog();
  }
}
