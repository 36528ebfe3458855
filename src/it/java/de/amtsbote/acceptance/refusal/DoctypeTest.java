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
class DoctypeTest {

  @Test
  @CitrusTest
  void documentType_isRejected(@CitrusResource TestCaseRunner run, Site site) {
    new PortalSteps(run, site)
        .sends(
            "<!DOCTYPE a [<!ELEMENT a ANY>]><a/>".getBytes(StandardCharsets.UTF_8),
            "application/xml")
        .getsReceipt("id")
        .seesRejection("id", "AB-2002")
        .findsTheIncidentInTheLog();
  }

  @Test
  @CitrusTest
  void externalEntity_isRejected(@CitrusResource TestCaseRunner run, Site site) {
    new PortalSteps(run, site)
        .sends(
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>"
                .getBytes(StandardCharsets.UTF_8),
            "application/xml")
        .getsReceipt("id")
        .seesRejection("id", "AB-2002")
        .findsTheIncidentInTheLog();
  }

  @Test
  @CitrusTest
  void expandingEntities_areRejected(@CitrusResource TestCaseRunner run, Site site) {
    new PortalSteps(run, site)
        .sends(
            "<!DOCTYPE a [<!ENTITY e \"ee\"><!ENTITY f \"&e;&e;&e;\">]><a>&f;</a>"
                .getBytes(StandardCharsets.UTF_8),
            "application/xml")
        .getsReceipt("id")
        .seesRejection("id", "AB-2002")
        .findsTheIncidentInTheLog();
  }
}
