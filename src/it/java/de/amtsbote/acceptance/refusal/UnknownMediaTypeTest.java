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
class UnknownMediaTypeTest {

  @Test
  @CitrusTest
  void contentTypeThatNoEntryTakes_isRefused(@CitrusResource TestCaseRunner run, Site site) {
    new PortalSteps(run, site)
        .sends("%PDF-1.4".getBytes(StandardCharsets.UTF_8), "application/pdf")
        .getsProblem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "AB-1003")
        .findsTheIncidentInTheLog();
  }
}
