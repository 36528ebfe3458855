package de.amtsbote.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.Finding;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class ConsoleTest {

  @LocalServerPort int port;
  @Autowired MessageStore store;
  @Autowired TransmissionStore transmissions;
  @Autowired SignInLinks links;
  Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  @Test
  void stranger_isLedToTheSignInPage() throws Exception {
    var page = browser.open("/");

    assertThat(page.uri().getPath()).isEqualTo("/signin");
    assertThat(page.body()).contains("Token des Kontos");
  }

  @Test
  void tokenOfAnOperator_signsIn() throws Exception {
    var page = browser.signIn(TestGateway.OPERATOR);

    assertThat(page.uri().getPath()).isEqualTo("/");
    assertThat(page.body()).contains("<h1>Nachrichten</h1>");
  }

  @Test
  void wrongToken_doesNotSignIn() throws Exception {
    assertThat(browser.signIn("guessed").body()).contains("gehört zu keinem Konto");
    assertThat(browser.open("/").uri().getPath()).isEqualTo("/signin");
  }

  @Test
  void signInWithoutFormToken_isRefused() throws Exception {
    assertThat(browser.post("/signin", "token=" + TestGateway.OPERATOR).statusCode())
        .isEqualTo(403);
  }

  @Test
  void formWithoutItsToken_isSaidToBeStale() throws Exception {
    var page = browser.post("/signin", "token=" + TestGateway.OPERATOR);

    assertThat(page.body()).contains("AB-1104", "Die Seite neu laden").doesNotContain("AB-1103");
  }

  @Test
  void formWithAForeignToken_isSaidToBeStale() throws Exception {
    browser.signIn(TestGateway.OPERATOR);

    assertThat(browser.post("/signout", "_csrf=guessed").body()).contains("AB-1104");
  }

  @Test
  void formThatIsNoText_isRefused() throws Exception {
    assertThat(browser.post("/signin", "token=%FF").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/?before=abc", "/?standard=%FF", "/?standard=%00", "/?state=NEVER"})
  void filterThatIsNotPossible_isRefusedAsSuch(String path) throws Exception {
    browser.signIn(TestGateway.OPERATOR);

    var page = browser.open(path);

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("AB-1007");
  }

  @Test
  void portalAccount_mayNotSeeTheConsole() throws Exception {
    assertThat(browser.signIn(TestGateway.PORTAL).statusCode()).isEqualTo(403);
  }

  @Test
  void link_signsInOnce() throws Exception {
    var link = links.create("betrieb").orElseThrow();

    assertThat(browser.open(link).uri().getPath()).isEqualTo("/");
    assertThat(new Browser(port).open(link).uri().getPath()).isEqualTo("/signin");
  }

  @Test
  void inventedLink_doesNotSignIn() throws Exception {
    assertThat(browser.open("/signin/link/0").uri().getPath()).isEqualTo("/signin");
  }

  @Test
  void list_showsMessagesOfTheOwnTenantOnly() throws Exception {
    var own = message("stadt");
    var foreign = message("kreis");

    var page = browser.signIn(TestGateway.OPERATOR);

    assertThat(page.body()).contains(own.toString()).doesNotContain(foreign.toString());
  }

  @Test
  void list_filtersByState() throws Exception {
    var id = message("stadt");
    browser.signIn(TestGateway.OPERATOR);

    assertThat(browser.open("/?state=RECEIVED&standard=").body()).contains(id.toString());
    assertThat(browser.open("/?state=EXPIRED").body()).doesNotContain(id.toString());
  }

  @Test
  void page_showsTimelineReasonPartsAndTransmissionsButNoContent() throws Exception {
    var id = message("stadt");
    var transmission = transmissions.open(id, TransmissionKind.OSCI, "bauamt");
    transmissions.reserve(transmission.id(), "osci-4711");
    store.reject(
        id,
        new GatewayException(
            ErrorCode.PAYLOAD_INVALID,
            "1 violation",
            List.of(Finding.of(3, 14, "/a/b", "cvc-type.3", "is not a date"))));
    browser.signIn(TestGateway.OPERATOR);

    var page = browser.open("/messages/" + id).body();

    assertThat(page)
        .contains("Abgelehnt", "AB-2005", "cvc-type.3", "3:14", "osci-4711", "bauamt")
        .contains("jede Zeile passt zur Prüfsumme")
        .doesNotContain("Mustermann");
  }

  @Test
  void messageOfAnotherTenant_isNotFound() throws Exception {
    var id = message("kreis");
    browser.signIn(TestGateway.OPERATOR);

    var page = browser.open("/messages/" + id);

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("Das ging nicht", "AB-3001");
  }

  @Test
  void unknownPage_isAnsweredWithAPage() throws Exception {
    browser.signIn(TestGateway.OPERATOR);

    var page = browser.open("/nothing");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("AB-1201");
  }

  @Test
  void pages_allowNothingFromElsewhere() throws Exception {
    var page = browser.open("/signin");

    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy -> assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'"));
    assertThat(page.body()).doesNotContain("http://www", "https://", "<script", "style=");
  }

  @Test
  void sessionCookie_isKeptFromScripts() throws Exception {
    assertThat(browser.open("/signin").headers().allValues("Set-Cookie"))
        .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
  }

  @Test
  void styleSheet_isServed() throws Exception {
    assertThat(browser.open("/console.css").statusCode()).isEqualTo(200);
  }

  @Test
  void parkedMessage_canBeRepeatedWithAReason() throws Exception {
    var id = message("stadt");
    store.park(id, new GatewayException(ErrorCode.ROUTE_MISSING, "no route"));
    browser.signIn(TestGateway.OPERATOR);
    var page = browser.open("/messages/" + id).body();
    assertThat(page).contains("Wiederholen", "Ablehnen", "Zurücknehmen");

    browser.submit(page, "/messages/" + id + "/repeat", "reason=route+repaired");

    assertThat(store.get(id).state()).isEqualTo(MessageState.RECEIVED);
    assertThat(browser.open("/messages/" + id).body())
        .contains("route repaired", "Betrieb betrieb");
  }

  @Test
  void actionWithoutReason_isAnsweredWithAPage() throws Exception {
    var id = message("stadt");
    browser.signIn(TestGateway.OPERATOR);
    var page = browser.open("/messages/" + id).body();

    var answer = browser.submit(page, "/messages/" + id + "/cancel", "reason=");

    assertThat(answer.body()).contains("AB-1022");
    assertThat(store.get(id).state()).isEqualTo(MessageState.RECEIVED);
  }

  @Test
  void auditor_seesNoButtonsAndMayNotAct() throws Exception {
    var id = message("stadt");
    browser.signIn(TestGateway.AUDITOR);
    var page = browser.open("/messages/" + id).body();
    assertThat(page).doesNotContain("Zurücknehmen");

    assertThat(browser.post("/messages/" + id + "/cancel", "reason=because").statusCode())
        .isEqualTo(403);
  }

  @Test
  void operationsPage_showsNodesDestinationsAndPauses() throws Exception {
    browser.signIn(TestGateway.OPERATOR);

    assertThat(browser.open("/operations").body()).contains("Ziele", "Angehalten", "In Betrieb");
  }

  private MessageId message(String tenant) throws IOException {
    try (var intake = store.intake()) {
      var xml = "<name>Erika Mustermann</name>".getBytes(StandardCharsets.UTF_8);
      intake.add(PartRole.PAYLOAD, "antrag.xml", "text/xml", new ByteArrayInputStream(xml));
      var entry = new Entry(EntryKind.REST, "portal");
      return intake
          .commit(new NewMessage(tenant, entry, null, Traits.addressedTo("psw:1", "bau")))
          .id();
    }
  }
}
