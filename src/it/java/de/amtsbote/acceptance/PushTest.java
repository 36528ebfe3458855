package de.amtsbote.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.Applications;
import de.amtsbote.acceptance.site.Clerk;
import de.amtsbote.acceptance.site.PortalSteps;
import de.amtsbote.acceptance.site.Site;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.junit.jupiter.api.Test;

/** What an intermediary brings to the gateway, and questions that are answered at once. */
@AcceptanceTest
class PushTest {

  private static final String ENTRY = "zuruf";

  @Test
  @CitrusTest
  void urgentApplication_isBroughtToTheProcedure(@CitrusResource TestCaseRunner run, Site site) {
    byte[] application = Applications.forTheFolder();

    PortalSteps portal =
        new PortalSteps(run, site)
            .sendsTo("gew:99001002", "eilzustellung", application)
            .getsReceipt("id");

    assertThat(new Clerk(site, Site.PROCEDURE_TOKEN, ENTRY).finds(application)).isNotBlank();
    portal.seesState("id", "DELIVERED");
  }

  @Test
  @CitrusTest
  void question_isAnsweredInTheSameRequest(@CitrusResource TestCaseRunner run, Site site)
      throws Exception {
    byte[] question = Applications.forTheFolder();
    byte[] answer = Applications.valid();
    PortalSteps portal = new PortalSteps(run, site).asks("sofortauskunft", question, 60);

    new Clerk(site, Site.PROCEDURE_TOKEN, ENTRY).answers(question, answer);

    portal.getsTheAnswer(answer);
  }

  @Test
  @CitrusTest
  void answerThatComesLate_waitsInTheBoxOfThePortal(@CitrusResource TestCaseRunner run, Site site)
      throws Exception {
    byte[] question = Applications.forTheFolder();
    byte[] answer = Applications.valid();
    new PortalSteps(run, site).asks("sofortauskunft", question, 1).getsReceipt("id");

    new Clerk(site, Site.PROCEDURE_TOKEN, ENTRY).answers(question, answer);

    assertThat(new Clerk(site, Site.PORTAL_TOKEN, "replies").finds(answer)).isNotBlank();
  }
}
