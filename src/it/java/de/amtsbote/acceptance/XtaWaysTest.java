package de.amtsbote.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.Applications;
import de.amtsbote.acceptance.site.Clerk;
import de.amtsbote.acceptance.site.PortalSteps;
import de.amtsbote.acceptance.site.Site;
import de.amtsbote.acceptance.site.XtaSteps;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.junit.jupiter.api.Test;

/**
 * Over XTA and back: to the server of somebody else and from the mailbox there, by the routes that
 * ship. That server is the one of the same gateway.
 */
@AcceptanceTest
class XtaWaysTest {

  private static final String AUTHOR = "gae:00000000001";
  private static final String READER = "mbe:99001001";

  @Test
  @CitrusTest
  void question_isAnsweredOnTheSameLine(@CitrusResource TestCaseRunner run, Site site)
      throws Exception {
    String id = "urn:de:xta:messageid:abnahme:" + UUID.randomUUID();
    XtaSteps portal = new XtaSteps(run, site, "portal");
    XtaSteps reader = reader(run, site);

    portal.asks(id, AUTHOR, READER, "urn:example:auskunft", "<frage/>");
    reader.finds(id).answers(id, READER, AUTHOR, "<auskunft/>");

    portal.getsTheAnswer("<auskunft/>");
  }

  @Test
  @CitrusTest
  void messageForAnotherServer_reachesItsReaderAndIsDelivered(
      @CitrusResource TestCaseRunner run, Site site) throws Exception {
    PortalSteps portal = handsIn(run, site, Applications.valid());

    reader(run, site).finds("${xta}").closes("${xta}");

    portal.seesState("id", "DELIVERED");
  }

  @Test
  @CitrusTest
  void answerInTheMailboxOfTheOtherServer_isFetchedForThePortal(
      @CitrusResource TestCaseRunner run, Site site) throws Exception {
    byte[] answer = Applications.valid();
    handsIn(run, site, Applications.valid());

    reader(run, site).finds("${xta}").answers("${xta}", READER, "gae:00000000002", text(answer));

    assertThat(new Clerk(site, Site.PORTAL_TOKEN, "replies").finds(answer)).isNotBlank();
  }

  @Test
  @CitrusTest
  void questionToAnotherServer_isAnsweredInTheSameRequest(
      @CitrusResource TestCaseRunner run, Site site) throws Exception {
    byte[] question = Applications.valid();
    byte[] answer = Applications.valid();
    PortalSteps asking = new PortalSteps(run, site).asks("xta-rueckfrage", question, 60);
    new PortalSteps(run, site)
        .findsByAnyId(PortalSteps.uuidOf(question), "id")
        .seesXtaId("id", "xta");

    reader(run, site).finds("${xta}").answers("${xta}", READER, "gae:00000000003", text(answer));

    asking.getsTheAnswer(answer);
  }

  /** To the other server; its id there is then known as {@code xta}. */
  private static PortalSteps handsIn(TestCaseRunner run, Site site, byte[] application) {
    return new PortalSteps(run, site)
        .sendsTo(READER, "xta-versand", application)
        .getsReceipt("id")
        .seesXtaId("id", "xta");
  }

  private static XtaSteps reader(TestCaseRunner run, Site site) throws Exception {
    return new XtaSteps(run, site, "meldebehoerde");
  }

  private static String text(byte[] document) {
    return new String(document, StandardCharsets.UTF_8);
  }
}
