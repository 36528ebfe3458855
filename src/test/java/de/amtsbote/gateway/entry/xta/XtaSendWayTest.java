package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.GatewayApplication;
import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.XdemoSamples;
import de.amtsbote.gateway.entry.Portal;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testport.Ports;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole way to another XTA server and from its mailbox, with the routes that ship; the other
 * server is this one.
 */
class XtaSendWayTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String OPERATIONS = "/api/v1/operations";

  @TempDir static Path folder;
  private static ServletWebServerApplicationContext gateway;
  private static MessageStore store;
  private static Portal operator;

  @BeforeAll
  static void start() throws Exception {
    gateway = started();
    store = gateway.getBean(MessageStore.class);
    operator = new Portal(gateway.getWebServer().getPort(), TestGateway.OPERATOR);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void message_goesToTheOtherServerIntoItsMailboxAndIsFetchedFromThere() throws Exception {
    var payload = XdemoSamples.message(UUID.randomUUID());

    var id = handedIn(payload);

    await().atMost(SOON).untilAsserted(() -> assertThat(dropped()).containsOnlyOnce(payload));
    awaitDelivered(id);
  }

  @Test
  void messageForAServerThatIsPaused_waitsUntilItIsResumed() throws Exception {
    order("/servers/xta-versand/pause", "{\"reason\": \"their maintenance\"}");
    var id = handedIn(XdemoSamples.message(UUID.randomUUID()));
    awaitWaiting(id);

    order("/servers/xta-versand/resume", "{\"reason\": \"they are back\"}");

    awaitDelivered(id);
  }

  @Test
  void messageForAServerThatIsPaused_goesToTheOneThatAnOperatorNames() throws Exception {
    order("/servers/xta-versand/pause", "{\"reason\": \"their maintenance\"}");
    try {
      var id = handedIn(XdemoSamples.message(UUID.randomUUID()));
      awaitWaiting(id);

      order(
          "/messages/" + id + "/redirect",
          "{\"reason\": \"use the other one\", \"server\": \"ausweich\"}");

      awaitDelivered(id);
      assertThat(destinations(id)).contains("ausweich");
    } finally {
      order("/servers/xta-versand/resume", "{\"reason\": \"they are back\"}");
    }
  }

  /** Its service takes sendMessageSync only, and nobody answers in time: so it has arrived. */
  @Test
  void questionForAServerThatIsPaused_isAskedAtTheOneThatAnOperatorNames() throws Exception {
    order("/servers/xta-rueckfrage/pause", "{\"reason\": \"their maintenance\"}");
    var id = handedIn("xta-rueckfrage", XdemoSamples.message(UUID.randomUUID()));
    awaitWaiting("xta-rueckfrage", id);

    order(
        "/messages/" + id + "/redirect",
        "{\"reason\": \"use the other one\", \"server\": \"ausweich\"}");

    awaitDelivered(id);
    assertThat(destinations(id)).containsExactly("ausweich");
  }

  @Test
  void preflight_asksTheOtherServerWhetherOurAccountIsActive() throws Exception {
    var said = delivery("xta-versand");

    assertThat(said.path("result").asString()).as(said.toString()).isEqualTo("passed");
    assertThat(said.path("detail").asString()).isEqualTo("xta-versand");
  }

  @Test
  void preflight_tellsThatTheOtherServerIsPaused() throws Exception {
    order("/servers/xta-rueckfrage/pause", "{\"reason\": \"their maintenance\"}");
    try {
      assertThat(delivery("xta-rueckfrage").path("result").asString()).isEqualTo("warning");
    } finally {
      order("/servers/xta-rueckfrage/resume", "{\"reason\": \"they are back\"}");
    }
  }

  /** What the preflight says of whom the route of a service hands over to. */
  private static JsonNode delivery(String service) throws Exception {
    var question = "{\"reader\":\"ags:1\",\"service\":\"%s\",\"standard\":\"xdemo\"}";
    var asking = new Portal(gateway.getWebServer().getPort(), TestGateway.PORTAL);
    var answer =
        asking.post(
            "/api/v1/preflight",
            BodyPublishers.ofString(question.formatted(service)),
            "Content-Type",
            "application/json");
    for (var check : JsonMapper.shared().readTree(answer.text()).path("checks")) {
      if (check.path("check").asString().equals("delivery")) {
        return check;
      }
    }
    throw new AssertionError(answer.text());
  }

  @Test
  void authorOfTheOrder_isThatOfTheMessageWhateverItsHeaderNames() throws Exception {
    var uuid = UUID.randomUUID();
    awaitDelivered(handedIn(XdemoSamples.message(uuid)));

    assertThat(
            gateway
                .getBean(JdbcTemplate.class)
                .queryForList(
                    "select author from message" + " where entry_kind = 'XTA' and xoev_uuid = ?",
                    String.class,
                    uuid.toString()))
        .containsExactly("gae:1");
  }

  private static void order(String path, String json) throws Exception {
    var answer =
        operator.post(
            OPERATIONS + path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static void awaitWaiting(MessageId id) {
    awaitWaiting("xta-versand", id);
  }

  private static void awaitWaiting(String server, MessageId id) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(operator.get(OPERATIONS + "/messages/" + id).text())
                    .contains("delivery:%s@stadt".formatted(server)));
  }

  private static void awaitDelivered(MessageId id) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(store.get(id).state()).isEqualTo(MessageState.DELIVERED));
  }

  private static List<String> destinations(MessageId id) {
    return gateway.getBean(TransmissionStore.class).current(id).stream()
        .map(Transmission::destination)
        .toList();
  }

  private static MessageId handedIn(String payload) throws Exception {
    return handedIn("xta-versand", payload);
  }

  private static MessageId handedIn(String service, String payload) throws Exception {
    try (var intake = store.intake()) {
      intake.add(
          PartRole.PAYLOAD,
          "payload",
          "application/xml",
          new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)));
      return intake
          .commit(
              new NewMessage(
                  "stadt",
                  new Entry(EntryKind.REST, "portal"),
                  null,
                  Traits.addressedTo("ags:1", service)))
          .id();
    }
  }

  private static List<String> dropped() throws Exception {
    var found = new ArrayList<String>();
    var drop = folder.resolve("drop");
    if (Files.exists(drop)) {
      try (var files = Files.walk(drop)) {
        for (var file : files.filter(it -> it.endsWith("payload.xml")).toList()) {
          found.add(Files.readString(file));
        }
      }
    }
    return found;
  }

  private static ServletWebServerApplicationContext started() throws Exception {
    var port = Ports.free();
    var settings = new ArrayList<String>();
    TestXta.settings(folder).forEach((key, value) -> settings.add("--" + key + "=" + value));
    TestGateway.keyRing(folder);
    XDemo.installInto(folder.resolve("standards"));
    settings.add("--server.port=0");
    settings.add("--spring.datasource.url=" + TestDatabase.freshUrl());
    settings.add("--amtsbote.data=" + folder.resolve("data"));
    settings.add("--amtsbote.standards=" + folder.resolve("standards"));
    settings.add("--amtsbote.production=false");
    settings.add("--amtsbote.key-ring.file=" + folder.resolve("key-ring.p12"));
    settings.add("--amtsbote.key-ring.password-file=" + folder.resolve("password"));
    settings.add("--amtsbote.work.first-backoff=200ms");
    settings.removeIf(it -> it.contains("xta.server.tls.port"));
    settings.add("--amtsbote.xta.server.tls.port=" + port);
    var account = "--amtsbote.xta.server.accounts.";
    settings.removeIf(it -> it.startsWith(account + "onlinedienst."));
    settings.add(account + "postfach.tenant=stadt");
    settings.add(account + "postfach.parties=gae:1");
    settings.add(account + "postfach.certificates=" + TestXta.sha256(TestXta.PORTAL));
    settings.add("--amtsbote.deliveries.postfach.kind=mailbox");
    settings.add("--amtsbote.deliveries.postfach.parties=ags:1");
    settings.add("--amtsbote.xta.reports.poll=300ms");
    server(settings, port, "xta-versand", "gae:1", TestXta.PORTAL);
    server(settings, port, "ausweich", "gae:1", TestXta.PORTAL);
    server(settings, port, "xta-rueckfrage", "gae:1", TestXta.PORTAL);
    var profile = "--amtsbote.xta.server.profiles.rueckfrage.";
    settings.add(profile + "service=urn:amtsbote:xta-rueckfrage");
    settings.add(profile + "exchange=synchronous");
    settings.add(profile + "deadline=1s");
    server(settings, port, "abholung", "ags:1", TestXta.READER);
    settings.add("--amtsbote.accounts.portal.tenant=stadt");
    settings.add("--amtsbote.accounts.portal.roles=portal");
    settings.add(
        "--amtsbote.accounts.portal.token-sha256=" + TestGateway.sha256(TestGateway.PORTAL));
    settings.add("--amtsbote.accounts.betrieb.tenant=stadt");
    settings.add("--amtsbote.accounts.betrieb.roles=operator");
    settings.add(
        "--amtsbote.accounts.betrieb.token-sha256=" + TestGateway.sha256(TestGateway.OPERATOR));
    settings.add("--amtsbote.xta.servers.abholung.fetch.tenant=stadt");
    settings.add("--amtsbote.xta.servers.abholung.fetch.poll=300ms");
    settings.add("--amtsbote.deliveries.abholung.kind=file");
    settings.add("--amtsbote.deliveries.abholung.folder=" + folder.resolve("drop"));
    return (ServletWebServerApplicationContext)
        GatewayApplication.start(settings.toArray(String[]::new));
  }

  private static void server(
      List<String> settings, int port, String name, String author, TestIdentity identity)
      throws Exception {
    var server = "--amtsbote.xta.servers." + name + ".";
    var ports = "https://localhost:" + port + "/xta/";
    settings.add(server + "management=" + ports + "management");
    settings.add(server + "send=" + ports + "send");
    settings.add(server + "mailbox=" + ports + "msgbox");
    settings.add(server + "author=" + author);
    settings.add(server + "key-store=" + TestXta.keyStore(folder, "client-" + name, identity));
    settings.add(server + "password-file=" + folder.resolve("xta-password"));
    settings.add(server + "trust=" + folder.resolve("xta-trust"));
  }
}
