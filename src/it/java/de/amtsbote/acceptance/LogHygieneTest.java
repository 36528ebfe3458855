package de.amtsbote.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.Applications;
import de.amtsbote.acceptance.site.PortalSteps;
import de.amtsbote.acceptance.site.Sha256;
import de.amtsbote.acceptance.site.Site;
import java.nio.charset.StandardCharsets;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.junit.jupiter.api.Test;

/** What stands in a message stands in no log, whether the message was fine or not. */
@AcceptanceTest
class LogHygieneTest {

  @Test
  @CitrusTest
  void personalData_isInNoLog(@CitrusResource TestCaseRunner run, Site site) throws Exception {
    byte[] application = Applications.valid();
    byte[] damaged =
        new String(application, StandardCharsets.UTF_8)
            .replace("</", "<")
            .getBytes(StandardCharsets.UTF_8);

    new PortalSteps(run, site)
        .sends(application, "application/xml")
        .getsReceipt("fine")
        .sends(damaged, "application/xml")
        .getsReceipt("damaged")
        .sends(Applications.breaksTheSchema(), "application/xml")
        .getsReceipt("broken")
        .seesRejection("damaged", "AB-2001")
        .seesRejection("broken", "AB-2005")
        .seesState("fine", "DELIVERED");
    site.fachverfahren().awaitPart(Sha256.of(application));

    assertThat(site.log())
        .doesNotContain(Applications.FAMILY_NAME)
        .doesNotContain("Große Bleichen")
        .doesNotContain(Site.PORTAL_TOKEN);
  }
}
