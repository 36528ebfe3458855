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
class TruncatedMultipartTest {

  @Test
  @CitrusTest
  void multipartWithoutItsEnd_isRefused(@CitrusResource TestCaseRunner run, Site site) {
    new PortalSteps(run, site)
        .sends(
            "--x\r\nContent-Disposition: form-data; name=\"payload\"\r\nContent-Type: application/xml\r\n\r\n<a/>"
                .getBytes(StandardCharsets.UTF_8),
            "multipart/form-data; boundary=x")
        .getsProblem(HttpStatus.BAD_REQUEST, "AB-1004")
        .findsTheIncidentInTheLog();
  }
}
