package de.amtsbote.acceptance.refusal;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.Applications;
import de.amtsbote.acceptance.site.PortalSteps;
import de.amtsbote.acceptance.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.junit.jupiter.api.Test;

@AcceptanceTest
class NotXmlTest {

  @Test
  @CitrusTest
  void textThatIsNoXml_isRejected(@CitrusResource TestCaseRunner run, Site site) {
    new PortalSteps(run, site)
        .sends("this is no XML".getBytes(StandardCharsets.UTF_8), "application/xml")
        .getsReceipt("id")
        .seesRejection("id", "AB-2001")
        .findsTheIncidentInTheLog();
  }

  @Test
  @CitrusTest
  void applicationCutInTheMiddle_isRejected(@CitrusResource TestCaseRunner run, Site site) {
    byte[] application = Applications.valid();

    new PortalSteps(run, site)
        .sends(Arrays.copyOf(application, application.length / 2), "application/xml")
        .getsReceipt("id")
        .seesRejection("id", "AB-2001")
        .findsTheIncidentInTheLog();
  }
}
