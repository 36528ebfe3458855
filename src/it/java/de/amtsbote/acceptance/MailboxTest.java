package de.amtsbote.acceptance;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.Applications;
import de.amtsbote.acceptance.site.PortalSteps;
import de.amtsbote.acceptance.site.ProcedureSteps;
import de.amtsbote.acceptance.site.Site;
import java.nio.charset.StandardCharsets;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

@AcceptanceTest
class MailboxTest {

  private static final String READER = "fun:99001003";
  private static final String SERVICE = "fundanzeige";
  private static final String PROCESSED = "{\"status\": \"processed\"}";

  @Test
  @CitrusTest
  void processedMessage_isCompleted(@CitrusResource TestCaseRunner run, Site site) {
    PortalSteps portal = handsIn(run, site);

    procedure(run, site).finds("id").says("id", PROCESSED).isTakenDown();

    portal.seesState("id", "COMPLETED");
  }

  @Test
  @CitrusTest
  void answer_waitsInTheBoxOfThePortal(@CitrusResource TestCaseRunner run, Site site) {
    handsIn(run, site);
    String answer = new String(Applications.valid(), StandardCharsets.UTF_8);

    procedure(run, site).finds("id").answers("id", answer).isTakenDown("reply");

    new ProcedureSteps(run, site, Site.PORTAL_TOKEN, "replies").finds("reply");
  }

  @Test
  @CitrusTest
  void rejection_isToldToThePortal(@CitrusResource TestCaseRunner run, Site site) {
    PortalSteps portal = handsIn(run, site);

    procedure(run, site)
        .finds("id")
        .says("id", "{\"status\": \"rejected\", \"reason\": \"Nothing was found.\"}")
        .isTakenDown();

    portal.seesRejection("id", "AB-3303");
  }

  @Test
  @CitrusTest
  void contradiction_isRefused(@CitrusResource TestCaseRunner run, Site site) {
    handsIn(run, site);

    procedure(run, site)
        .finds("id")
        .says("id", PROCESSED)
        .isTakenDown()
        .says("id", PROCESSED)
        .isTakenDown()
        .says("id", "{\"status\": \"rejected\", \"reason\": \"After all, no.\"}")
        .getsProblem(HttpStatus.CONFLICT, "AB-3302");
  }

  @Test
  @CitrusTest
  void otherProcedure_findsNoSuchMailbox(@CitrusResource TestCaseRunner run, Site site) {
    handsIn(run, site);

    new ProcedureSteps(run, site, Site.OTHER_PROCEDURE_TOKEN, SERVICE)
        .says("id", PROCESSED)
        .getsProblem(HttpStatus.NOT_FOUND, "AB-3301");
  }

  private static PortalSteps handsIn(TestCaseRunner run, Site site) {
    return new PortalSteps(run, site)
        .sendsTo(READER, SERVICE, Applications.valid())
        .getsReceipt("id");
  }

  private static ProcedureSteps procedure(TestCaseRunner run, Site site) {
    return new ProcedureSteps(run, site, Site.PROCEDURE_TOKEN, SERVICE);
  }
}
