package de.amtsbote.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citrusframework.container.Assert.Builder.assertException;
import static org.citrusframework.container.RepeatOnErrorUntilTrue.Builder.repeatOnError;
import static org.citrusframework.http.actions.HttpActionBuilder.http;

import de.amtsbote.acceptance.site.Applications;
import de.amtsbote.acceptance.site.FitConnectSteps;
import de.amtsbote.acceptance.site.GatewayProcess;
import de.amtsbote.acceptance.site.PortalSteps;
import de.amtsbote.acceptance.site.Program;
import de.amtsbote.acceptance.site.Sha256;
import de.amtsbote.acceptance.site.SimulatorProcess;
import de.amtsbote.acceptance.site.XtaSteps;
import de.amtsbote.osci.testport.Ports;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.UUID;
import org.citrusframework.TestActionBuilder;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.citrusframework.http.client.HttpClient;
import org.citrusframework.http.client.HttpClientBuilder;
import org.citrusframework.junit.jupiter.CitrusExtension;
import org.citrusframework.message.MessageType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;

/** What a developer of a portal does with the simulator, and each kind of fault. */
@ExtendWith(CitrusExtension.class)
class SimulatorTest {

  private static final String AUTHOR = "gae:99001000";
  private static final String READER = "mbe:99001001";
  private static final String SENDING = "fit-connect-versand";
  private static final int LOOKS = 120;
  private static final long BETWEEN_LOOKS = 500;

  private static SimulatorProcess simulator;
  private static HttpClient desk;

  @BeforeAll
  static void start() throws Exception {
    simulator = SimulatorProcess.start();
    desk = new HttpClientBuilder().requestUrl(simulator.told("DESK")).build();
  }

  @AfterAll
  static void end() throws Exception {
    Path folder = simulator.folder();
    simulator.close();
    assertThat(folder).doesNotExist();
  }

  @AfterEach
  void nothingGoesWrongAnyMore() throws Exception {
    java.net.http.HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(simulator.told("DESK") + "/faults")).DELETE().build(),
            BodyHandlers.discarding());
  }

  @Test
  @CitrusTest
  void application_reachesTheProcedureOfTheTown(@CitrusResource TestCaseRunner run) {
    byte[] application = Applications.valid();

    portal(run)
        .sends(application, "application/xml")
        .getsReceipt("id")
        .seesState("id", "DELIVERED");

    run.$(arrived(application));
  }

  @Test
  @CitrusTest
  void answerThatIsLostAfterSending_makesNoSecondDelivery(@CitrusResource TestCaseRunner run)
      throws Exception {
    byte[] application = Applications.valid();
    begins(run, "osci:timeout-after-send");

    portal(run)
        .sends(application, "application/xml")
        .getsReceipt("id")
        .seesInTheTimeline("id", "ATTEMPT_FAILED")
        .seesState("id", "DELIVERED");

    run.$(arrived(application));
    assertThat(arrivals().split(Sha256.of(application), -1)).hasSize(2);
  }

  @Test
  @CitrusTest
  void dvdvThatIsDown_makesNoReaderUnknown(@CitrusResource TestCaseRunner run) {
    byte[] application = Applications.valid();
    begins(run, "dvdv:down");

    PortalSteps portal =
        portal(run)
            .sends(application, "application/xml")
            .getsReceipt("id")
            .seesInTheTimeline("id", "AB-3008");
    run.$(http().client(desk).send().delete("/faults"));
    run.$(http().client(desk).receive().response(HttpStatus.OK));

    portal.seesState("id", "DELIVERED");
  }

  @Test
  @CitrusTest
  void xtaServer_refusesWithTheWantedNumber(@CitrusResource TestCaseRunner run) throws Exception {
    begins(run, "xta:9014");

    xta(run).sends(newXtaId(), AUTHOR, READER, "<antrag/>").getsFault("9014");
  }

  @Test
  @CitrusTest
  void xtaServer_takesAMessage(@CitrusResource TestCaseRunner run) throws Exception {
    String id = newXtaId();

    xta(run).sends(id, AUTHOR, READER, "<antrag/>").gets("SendMessage");
  }

  @Test
  @CitrusTest
  void expiredCertificate_endsTheTlsHandshake(@CitrusResource TestCaseRunner run) throws Exception {
    begins(run, "tls:expired");
    HttpClient line = line();

    run.$(
        assertException()
            .exception(ResourceAccessException.class)
            .when(http().client(line).send().get("/xta/management").message()));
  }

  @Test
  @CitrusTest
  void submissionOfFitConnect_isAcceptedWhenTheProcedureHasIt(@CitrusResource TestCaseRunner run) {
    byte[] application = Applications.valid();

    new FitConnectSteps(run, simulator).signsIn().submits(application).hears("accept-submission");

    run.$(arrived(application));
  }

  @Test
  @CitrusTest
  void submissionThatBreaksTheSchema_isRejectedWithItsProblems(@CitrusResource TestCaseRunner run) {
    new FitConnectSteps(run, simulator)
        .signsIn()
        .submits(Applications.breaksTheSchema())
        .hears("problems/schema-violation");
  }

  @Test
  @CitrusTest
  void submissionThatWasMeddledWith_isRejected(@CitrusResource TestCaseRunner run) {
    begins(run, "fitconnect:tampered");

    new FitConnectSteps(run, simulator)
        .signsIn()
        .submits(Applications.valid())
        .hears("problems/encryption-issue");
  }

  @Test
  @CitrusTest
  void messageForADestination_isDeliveredWhenThatAccepts(@CitrusResource TestCaseRunner run) {
    byte[] application = Applications.valid();

    portal(run)
        .sendsTo(READER, SENDING, application)
        .getsReceipt("id")
        .seesState("id", "DELIVERED");

    run.$(arrived(application));
  }

  @Test
  @CitrusTest
  void messageThatItsDestinationRejects_isRejectedWithTheProblems(
      @CitrusResource TestCaseRunner run) {
    begins(run, "fitconnect:tampered");

    portal(run)
        .sendsTo(READER, SENDING, Applications.valid())
        .getsReceipt("id")
        .seesState("id", "REJECTED")
        .seesInTheTimeline("id", "AB-3303");
  }

  @Test
  @CitrusTest
  void answerThatIsLostAfterSubmitting_makesNoSecondSubmission(@CitrusResource TestCaseRunner run)
      throws Exception {
    byte[] application = Applications.valid();
    begins(run, "fitconnect:lost-submit");

    portal(run)
        .sendsTo(READER, SENDING, application)
        .getsReceipt("id")
        .seesInTheTimeline("id", "ATTEMPT_FAILED")
        .seesState("id", "DELIVERED");

    run.$(arrived(application));
    assertThat(arrivals().split(Sha256.of(application), -1)).hasSize(2);
  }

  @Test
  @CitrusTest
  void procedureThatIsDown_getsTheMessageLater(@CitrusResource TestCaseRunner run) {
    byte[] application = Applications.valid();
    begins(run, "procedure:down");

    portal(run)
        .sends(application, "application/xml")
        .getsReceipt("id")
        .seesState("id", "DELIVERED");
    run.$(http().client(desk).send().delete("/faults"));
    run.$(http().client(desk).receive().response(HttpStatus.OK));

    run.$(arrived(application));
  }

  @Test
  @CitrusTest
  void gatewayOfTheDeveloper_sendsIntoTheTown(@CitrusResource TestCaseRunner run) throws Exception {
    byte[] overOsci = Applications.valid();
    byte[] overFitConnect = Applications.valid();
    int port = Ports.free();
    try (GatewayProcess own = simulator.ownGateway(port)) {
      own.start("--server.port=" + port);

      new PortalSteps(run, own.address(), simulator.told("TOKEN"))
          .sends(overOsci, "application/xml")
          .getsReceipt("id")
          .seesState("id", "DELIVERED")
          .sendsTo(READER, SENDING, overFitConnect)
          .getsReceipt("id")
          .seesState("id", "DELIVERED");
    }

    run.$(arrived(overOsci));
    run.$(arrived(overFitConnect));
  }

  @Test
  void unknownFault_isAnsweredWithTheListOfAll() throws Exception {
    Program.Result result = Program.run("simulator", "--fault", "xta:1");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("no fault 'xta:1'", "osci:timeout-after-send", "tls:expired");
  }

  @Test
  void secrets_areReadableByTheirOwnerOnly() throws Exception {
    assertThat(Files.getPosixFilePermissions(simulator.folder().resolve("simulator.env")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  private static PortalSteps portal(TestCaseRunner run) {
    return new PortalSteps(run, simulator.gateway(), simulator.told("TOKEN"));
  }

  private static XtaSteps xta(TestCaseRunner run) throws Exception {
    return new XtaSteps(run, line());
  }

  private static HttpClient line() throws Exception {
    return new HttpClientBuilder()
        .requestUrl(simulator.told("XTA").replaceFirst("/xta$", ""))
        .requestFactory(
            new JdkClientHttpRequestFactory(
                java.net.http.HttpClient.newBuilder().sslContext(simulator.xtaPortal()).build()))
        .build();
  }

  private static void begins(TestCaseRunner run, String fault) {
    run.$(
        http().client(desk).send().put("/faults").message().contentType("text/plain").body(fault));
    run.$(
        http()
            .client(desk)
            .receive()
            .response(HttpStatus.OK)
            .message()
            .type(MessageType.PLAINTEXT)
            .body("@contains('" + fault + "')@"));
  }

  private static TestActionBuilder<?> arrived(byte[] payload) {
    return repeatOnError()
        .until("i gt " + LOOKS)
        .autoSleep(BETWEEN_LOOKS)
        .actions(
            http().client(desk).send().get("/arrivals").message(),
            http()
                .client(desk)
                .receive()
                .response(HttpStatus.OK)
                .message()
                .type(MessageType.PLAINTEXT)
                .body("@contains('" + Sha256.of(payload) + "')@"));
  }

  private static String arrivals() throws Exception {
    return java.net.http.HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(simulator.told("DESK") + "/arrivals")).build(),
            BodyHandlers.ofString())
        .body();
  }

  private static String newXtaId() {
    return "urn:de:xta:messageid:simulator:" + UUID.randomUUID();
  }
}
