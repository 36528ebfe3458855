package de.amtsbote.acceptance.refusal;

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

/** What a mailbox does not take; the message waits as before. */
@AcceptanceTest
class MailboxRefusalTest {

  private static final String SERVICE = "fundanzeige";
  private static final String PROCESSED = "{\"status\": \"processed\"}";

  @Test
  @CitrusTest
  void unknownToken_isRefused(@CitrusResource TestCaseRunner run, Site site) {
    handsIn(run, site);

    new ProcedureSteps(run, site, "a-token-that-nobody-has", SERVICE)
        .says("id", PROCESSED)
        .getsProblem(HttpStatus.UNAUTHORIZED, "AB-1102");
    procedure(run, site).finds("id");
  }

  @Test
  @CitrusTest
  void portal_mayNotSpeakForTheProcedure(@CitrusResource TestCaseRunner run, Site site) {
    handsIn(run, site);

    new ProcedureSteps(run, site, Site.PORTAL_TOKEN, SERVICE)
        .says("id", PROCESSED)
        .getsProblem(HttpStatus.FORBIDDEN, "AB-1103");
  }

  @Test
  @CitrusTest
  void procedureOfAnotherParty_findsNoSuchMailbox(@CitrusResource TestCaseRunner run, Site site) {
    handsIn(run, site);

    new ProcedureSteps(run, site, Site.OTHER_PROCEDURE_TOKEN, SERVICE)
        .says("id", PROCESSED)
        .getsProblem(HttpStatus.NOT_FOUND, "AB-3301");
  }

  @Test
  @CitrusTest
  void oversizeStatement_isRefused(@CitrusResource TestCaseRunner run, Site site) {
    handsIn(run, site);
    String reason = "x".repeat(10_000);

    procedure(run, site)
        .finds("id")
        .says("id", "{\"status\": \"rejected\", \"reason\": \"%s\"}".formatted(reason))
        .getsProblem(HttpStatus.PAYLOAD_TOO_LARGE, "AB-1002")
        .finds("id");
  }

  @Test
  @CitrusTest
  void answerThatBreaksTheSchema_isRejectedToItsAuthor(
      @CitrusResource TestCaseRunner run, Site site) {
    handsIn(run, site);

    procedure(run, site)
        .finds("id")
        .answers("id", new String(Applications.breaksTheSchema(), StandardCharsets.UTF_8))
        .isTakenDown("reply");

    new PortalSteps(run, site, Site.PROCEDURE_TOKEN).seesRejection("reply", "AB-2005");
  }

  @Test
  @CitrusTest
  void answerSentTwice_isOneAnswer(@CitrusResource TestCaseRunner run, Site site) {
    PortalSteps portal = handsIn(run, site);
    String answer = new String(Applications.valid(), StandardCharsets.UTF_8);

    procedure(run, site)
        .finds("id")
        .answers("id", answer)
        .isTakenDown("first")
        .answers("id", answer)
        .isTakenDown("second");

    portal.knowsBothAsOne("first", "second");
  }

  private static PortalSteps handsIn(TestCaseRunner run, Site site) {
    return new PortalSteps(run, site)
        .sendsTo("fun:99001003", SERVICE, Applications.valid())
        .getsReceipt("id");
  }

  private static ProcedureSteps procedure(TestCaseRunner run, Site site) {
    return new ProcedureSteps(run, site, Site.PROCEDURE_TOKEN, SERVICE);
  }
}
