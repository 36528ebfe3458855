package de.amtsbote.acceptance;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.Site;
import de.amtsbote.acceptance.site.XtaSteps;
import java.io.IOException;
import java.util.UUID;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.junit.jupiter.api.Test;

@AcceptanceTest
class XtaTest {

  private static final String AUTHOR = "gae:00000000001";
  private static final String READER = "mbe:99001001";

  @Test
  @CitrusTest
  void message_reachesItsReaderAndTheReportTurnsGreen(@CitrusResource TestCaseRunner run, Site site)
      throws IOException {
    String id = newId();
    XtaSteps portal = new XtaSteps(run, site, "portal");
    XtaSteps reader = new XtaSteps(run, site, "meldebehoerde");

    portal.sends(id, AUTHOR, READER, "<antrag/>").gets("SendMessage");
    reader.finds(id).fetches(id, "<antrag/>").closes(id);
    portal.seesStatus(id, 1);
  }

  @Test
  @CitrusTest
  void messageSentAgain_isRefusedAndTheFirstStands(@CitrusResource TestCaseRunner run, Site site)
      throws IOException {
    String id = newId();
    XtaSteps portal = new XtaSteps(run, site, "portal");

    portal.sends(id, AUTHOR, READER, "<erster/>").gets("SendMessage");
    portal.sends(id, AUTHOR, READER, "<zweiter/>").getsFault("9024");
  }

  @Test
  @CitrusTest
  void foreignParty_isRefused(@CitrusResource TestCaseRunner run, Site site) throws IOException {
    new XtaSteps(run, site, "portal").sends(newId(), READER, READER, "<antrag/>").getsFault("9014");
  }

  @Test
  @CitrusTest
  void certificateWithoutAccount_isRefused(@CitrusResource TestCaseRunner run, Site site)
      throws IOException {
    new XtaSteps(run, site, "gewerbeamt")
        .sends(newId(), AUTHOR, READER, "<antrag/>")
        .getsFault("9012");
  }

  private static String newId() {
    return "urn:de:xta:messageid:abnahme:" + UUID.randomUUID();
  }
}
