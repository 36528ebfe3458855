package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.entry.xta.XtaPortal;
import de.amtsbote.gateway.simulator.dvdv.DvdvFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** By which operation a service is offered of which nothing is agreed, but which the DVDV knows. */
class XtaExchangeWayTest {

  private static final String DIALOG = "mbe:99001065";
  private static final String MAILBOX = "mbe:99001066";

  private final Town town = Town.shared();
  private final XtaPortal portal =
      new XtaPortal((ServletWebServerApplicationContext) town.gateway());

  @BeforeEach
  void enterServices() {
    town.dvdv.content.add(DIALOG, town.dvdv.dialog("bauamt", town.procedure("/foreign")));
    town.dvdv.content.add(MAILBOX, town.dvdv.service("bauamt").entry());
  }

  @AfterEach
  void repairTheDvdv() {
    town.dvdv.fault(null);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> portal.lookup(TownDvdv.SERVICE, "mbe:99001060").fault() == null);
  }

  @Test
  void serviceThatAnswersAtOnce_isNotOfferedBySendMessage() throws Exception {
    assertThat(portal.send(DIALOG, TownDvdv.SERVICE, false, "<a/>").fault())
        .isEqualTo("SyncAsyncException 9081");
  }

  /** Whatever comes next, here the empty message, is refused for its own sake. */
  @Test
  void serviceThatAnswersAtOnce_isOfferedBySendMessageSync() throws Exception {
    assertThat(portal.send(DIALOG, TownDvdv.SERVICE, true, "").fault())
        .isEqualTo("ParameterIsNotValidException 9020");
  }

  @Test
  void serviceWithAMailbox_isNotOfferedBySendMessageSync() throws Exception {
    assertThat(portal.send(MAILBOX, TownDvdv.SERVICE, true, "<a/>").fault())
        .isEqualTo("SyncAsyncException 9080");
  }

  @Test
  void serviceWithAMailbox_isOfferedBySendMessage() throws Exception {
    assertThat(portal.send(MAILBOX, TownDvdv.SERVICE, false, "").fault())
        .isEqualTo("ParameterIsNotValidException 9020");
  }

  @Test
  void directoryThatDoesNotAnswer_holdsUpNoMessage() throws Exception {
    town.dvdv.fault(DvdvFault.BROKEN);

    assertThat(portal.send("mbe:99001067", TownDvdv.SERVICE, false, "").fault())
        .isEqualTo("ParameterIsNotValidException 9020");
  }

  @Test
  void directoryThatDoesNotAnswer_leavesOpenWhetherThereIsAnAnswerAtOnce() throws Exception {
    town.dvdv.fault(DvdvFault.BROKEN);

    assertThat(portal.send("mbe:99001067", TownDvdv.SERVICE, true, "<a/>").fault())
        .isEqualTo("XTAWSTechnicalProblemException 9031");
  }
}
