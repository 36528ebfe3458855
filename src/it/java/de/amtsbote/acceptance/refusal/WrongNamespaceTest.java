package de.amtsbote.acceptance.refusal;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.PortalSteps;
import de.amtsbote.acceptance.site.Site;
import java.nio.charset.StandardCharsets;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.junit.jupiter.api.Test;

@AcceptanceTest
class WrongNamespaceTest {

  @Test
  @CitrusTest
  void namespaceThatNoStandardHas_isRejected(@CitrusResource TestCaseRunner run, Site site) {
    new PortalSteps(run, site)
        .sends(
            "<antrag xmlns=\"urn:example:no-such-standard\"/>".getBytes(StandardCharsets.UTF_8),
            "application/xml")
        .getsReceipt("id")
        .seesRejection("id", "AB-2003")
        .findsTheIncidentInTheLog();
  }
}
