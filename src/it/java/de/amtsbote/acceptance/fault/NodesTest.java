package de.amtsbote.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import de.amtsbote.acceptance.fault.OperatorDesk.Attempt;
import de.amtsbote.acceptance.site.Fachverfahren;
import de.amtsbote.acceptance.site.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two gateway processes on one PostgreSQL, which neither of them brought along. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesTest {

  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static final Duration SOON = Duration.ofSeconds(90);

  /** The delivery to the Fachverfahren that is posted to. */
  private static final String RECEIVER = "fachverfahren-melde";

  /** That many messages a node works on at once. */
  private static final int THREADS = 8;

  private static final int MESSAGES = 12;

  private static Ground ground;
  private static Scene scene;
  private static PostgresServer database;

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  @BeforeAll
  static void start() throws Exception {
    ground = Ground.prepare();
    scene = new Scene(new Play(ground, new Random(), 1, System.out), 2);
    database = scene.database("database").start();
    scene.startOn(DatabaseScenarios.url(database));
  }

  @AfterAll
  static void end() throws IOException {
    scene.close();
    ground.close();
  }

  @Test
  @Order(1)
  void signedInAtOneNode_isSignedInAtTheOther() throws Exception {
    signIn(scene.node(0));

    assertThat(open(scene.node(1), "/").body()).contains("<h1>Nachrichten</h1>");
  }

  @Test
  @Order(2)
  void formOfOneNode_isTakenByTheOther() throws Exception {
    signIn(scene.node(0));
    String page = open(scene.node(0), "/").body();

    HttpResponse<String> answer =
        post(scene.node(1), "/signout", "_csrf=" + encode(formToken(page)));

    assertThat(answer.uri().getQuery()).isEqualTo("out");
  }

  @Test
  @Order(3)
  void nodeAndDatabaseAndIntermediaryFail_nothingIsLostAndNothingComesTwice() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Map<String, Scenario> scenarios = Map.of("short", play -> ShortScenario.on(scene, database));

    int exit =
        new FaultSuite(out, scenarios).play(new FaultPlan(1, 1, List.of("short"), 1), ground);

    String text = printed.toString(StandardCharsets.UTF_8);
    assertThat(exit).as(text).isZero();
    assertThat(text.lines().reduce("", (before, line) -> line))
        .matches("\\d+ accepted, \\d+ delivered, \\d+ rejected, 0 lost, 0 twice");
  }

  @Test
  @Order(4)
  void firstNodeIsKilled_theSecondDoesWhatBothHadShared() throws Exception {
    assertTakenOver(scene.node(0), scene.node(1));
  }

  @Test
  @Order(5)
  void secondNodeIsKilled_theFirstDoesWhatBothHadShared() throws Exception {
    scene.node(0).start();
    assertTakenOver(scene.node(1), scene.node(0));
  }

  /** More messages wait for their receiver at once than one node has threads. */
  private static void assertTakenOver(Node victim, Node survivor) throws Exception {
    OperatorDesk desk = new OperatorDesk(survivor.address());
    String dead = desk.nameOf(victim.pid());
    String living = desk.nameOf(survivor.pid());
    Instant start = Instant.now();
    Fachverfahren receiver = scene.procedures().posted();
    receiver.hold();
    Sending sending = scene.send(MESSAGES, MESSAGES, ground.application("to-http"));
    await().atMost(SOON).until(() -> receiver.waiting() == MESSAGES);

    List<Attempt> shared = desk.attempts(RECEIVER, start);
    assertThat(shared).hasSize(MESSAGES).allMatch(Attempt::isOpen);
    assertThat(shared).extracting(Attempt::node).containsOnly(dead, living);
    List<String> atTheDead =
        shared.stream().filter(it -> it.isOf(dead)).map(Attempt::message).toList();
    assertThat(atTheDead).hasSizeBetween(MESSAGES - THREADS, THREADS);

    victim.kill();
    receiver.goOn();

    assertThat(scene.settle(sending)).isEqualTo(new Tally(MESSAGES, MESSAGES, 0, 0, 0, 0));
    await().atMost(SOON).until(() -> isDone(desk.attempts(RECEIVER, start)));
    List<Attempt> all = desk.attempts(RECEIVER, start);
    assertThat(all)
        .filteredOn(it -> it.isOf(dead))
        .extracting(Attempt::message, Attempt::result)
        .containsExactlyInAnyOrderElementsOf(
            atTheDead.stream().map(message -> tuple(message, "ABANDONED")).toList());
    assertThat(all)
        .filteredOn(it -> it.isOf(living))
        .hasSize(MESSAGES)
        .allMatch(it -> it.result().equals("DONE"));
  }

  private static boolean isDone(List<Attempt> attempts) {
    return attempts.stream().noneMatch(Attempt::isOpen)
        && attempts.stream().filter(it -> it.result().equals("DONE")).count() == MESSAGES;
  }

  private void signIn(Node node) throws Exception {
    String form = open(node, "/signin").body();
    post(
        node,
        "/signin",
        "token=%s&_csrf=%s".formatted(encode(Site.OPERATOR_TOKEN), encode(formToken(form))));
  }

  private static String formToken(String page) {
    Matcher token = FORM_TOKEN.matcher(page);
    assertThat(token.find()).as(page).isTrue();
    return token.group(1);
  }

  private HttpResponse<String> open(Node node, String path) throws Exception {
    return browser.send(request(node, path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(Node node, String path, String form) throws Exception {
    HttpRequest.Builder request =
        request(node, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    return browser.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(Node node, String path) {
    URI uri = node.address().resolve(path);
    return HttpRequest.newBuilder(uri).header("Accept", "text/html");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
