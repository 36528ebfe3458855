package de.amtsbote.gateway.way;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.amtsbote.gateway.GatewayApplication;
import de.amtsbote.gateway.TestClamd;
import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testpki.TestPki;
import de.amtsbote.osci.testport.Ports;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A small town for tests of the whole way: a portal, the gateway with its intermediary and the
 * routes that ship, two offices with a Fachverfahren each, and a third one for official standards.
 */
final class Town implements AutoCloseable {

  static final String PORTAL_TOKEN = "token-of-portal";
  static final String OPERATOR_TOKEN = "token-of-operator";

  /** Token of the account of the Fundamt, which reads the mailboxes fundanzeige and fundamt. */
  static final String PROCEDURE_TOKEN = "token-of-procedure";

  /** An own identity whose signature certificate ends {@link #LIMITED_UNTIL}, unlike all others. */
  static final String LIMITED = "befristet";

  static final LocalDate LIMITED_UNTIL = LocalDate.now(Clock.systemUTC()).plusDays(200);

  final Path folder;
  final TestPki pki = TestPki.root("Muster-CA");
  final Map<String, TestIdentity> ciphers = new ConcurrentHashMap<>();
  final Map<String, TestIdentity> signers = new ConcurrentHashMap<>();
  final List<String> events = new CopyOnWriteArrayList<>();
  final Fachverfahren registration = new Fachverfahren();
  final Fachverfahren substitute = new Fachverfahren();

  /** Takes two messages at a time, for the service parkausweis. */
  final Fachverfahren narrow = new Fachverfahren();

  final ForeignOffice foreign = new ForeignOffice(this);

  private final String databaseUrl = TestDatabase.freshUrl();
  final TownDvdv dvdv = new TownDvdv(this);
  final TownFitConnect fitConnect;
  private final Map<String, Object> xta;
  private final HttpServer procedure;
  private final int port;
  private ConfigurableApplicationContext gateway;

  /** One running town for all tests that do not stop it. */
  static Town shared() {
    return Shared.TOWN;
  }

  private static final class Shared {

    private static final Town TOWN = found();

    private static Town found() {
      try {
        var town = new Town(Files.createTempDirectory("amtsbote-town"));
        town.start();
        Runtime.getRuntime().addShutdownHook(new Thread(town::close));
        return town;
      } catch (IOException | GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  Town(Path folder) throws IOException, GeneralSecurityException {
    this.folder = folder;
    this.port = Ports.free();
    TownKeys.write(folder, pki, ciphers, signers);
    fitConnect = new TownFitConnect(folder, pki);
    xta = TestXta.server(folder);
    XDemo.installInto(standards());
    procedure = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    writeDirectory();
    procedure.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              var thread = new Thread(work, "procedure");
              thread.setDaemon(true);
              return thread;
            }));
    procedure.createContext("/", registration);
    procedure.createContext("/substitute", substitute);
    procedure.createContext("/narrow", narrow);
    procedure.createContext("/foreign", foreign);
    procedure.createContext("/events", this::takeEvent);
    Files.writeString(folder.resolve("webhook-secret"), "webhook-secret-of-the-portal-0123456789");
    procedure.start();
  }

  Path standards() {
    return folder.resolve("standards");
  }

  /** The settings of its gateway that commands need which work on its database. */
  Path configuration() throws IOException {
    return Files.writeString(
        folder.resolve("commands.yaml"),
        """
        spring: {datasource: {url: "%s"}}
        amtsbote:
          data: %s
          standards: %s
          key-ring: {file: %s, password-file: %s}
        """
            .formatted(
                databaseUrl,
                folder.resolve("data"),
                standards(),
                folder.resolve("key-ring.p12"),
                folder.resolve("password")));
  }

  int port() {
    return port;
  }

  ConfigurableApplicationContext gateway() {
    return gateway;
  }

  URI intermediary() {
    return URI.create("http://localhost:" + port + "/osci/intermediary");
  }

  /** An address of the server that plays all procedures. */
  URI procedure(String path) {
    return URI.create("http://localhost:" + procedure.getAddress().getPort() + path);
  }

  /** What the procedure of the registration office answers from now on. */
  void procedureAnswers(int status) {
    registration.answers(status);
  }

  /** Posts to the procedure of the registration office that hold these bytes. */
  List<byte[]> postsWith(byte[] content) {
    return registration.postsWith(content);
  }

  /** The delivery ids of those posts. */
  List<String> deliveryIdsOf(byte[] content) {
    return registration.deliveryIdsOf(content);
  }

  /** Folders dropped for an office whose payload is exactly this. */
  List<Path> droppedWith(String office, byte[] payload) throws IOException {
    return TownDrops.with(folder, office, payload);
  }

  /** Payloads dropped for an office, without those that are containers. */
  List<String> textsDropped(String office) throws IOException {
    return TownDrops.texts(folder, office);
  }

  /** Folders that were dropped for an office. */
  List<Path> dropped(String office) throws IOException {
    return TownDrops.of(folder, office);
  }

  /** The message that came of these octets in the mailbox of an office. */
  Optional<String> inboundOf(byte[] payload) {
    return jdbc()
        .queryForList(
            "select p.message_id::text from part p join message m on m.id = p.message_id"
                + " where m.entry_kind = 'OSCI_MAILBOX' and p.sha256 = sha256(?)",
            String.class,
            (Object) payload)
        .stream()
        .findFirst();
  }

  OperatorClient operator() {
    return new OperatorClient(port);
  }

  PortalClient portal() {
    return new PortalClient(port);
  }

  JdbcTemplate jdbc() {
    return gateway.getBean(JdbcTemplate.class);
  }

  void start(String... more) throws GeneralSecurityException {
    var arguments = new ArrayList<>(settings());
    for (var setting : more) {
      var name = setting.substring(0, setting.indexOf('=') + 1);
      arguments.removeIf(it -> it.startsWith(name));
      arguments.add(setting);
    }
    gateway = GatewayApplication.start(arguments.toArray(String[]::new));
  }

  void stop() {
    gateway.close();
  }

  @Override
  public void close() {
    if (gateway != null) {
      gateway.close();
    }
    procedure.stop(0);
    dvdv.close();
    fitConnect.close();
  }

  private List<String> settings() throws GeneralSecurityException {
    var settings = new ArrayList<String>();
    settings.add("--server.port=" + port);
    settings.add("--spring.datasource.url=" + databaseUrl);
    settings.add("--amtsbote.data=" + folder.resolve("data"));
    settings.add("--amtsbote.key-ring.file=" + folder.resolve("key-ring.p12"));
    settings.add("--amtsbote.key-ring.password-file=" + folder.resolve("password"));
    settings.add("--amtsbote.accounts.portal.tenant=stadt");
    settings.add("--amtsbote.accounts.portal.roles=portal");
    settings.add("--amtsbote.accounts.portal.token-sha256=" + TestGateway.sha256(PORTAL_TOKEN));
    settings.add("--amtsbote.accounts.betrieb.tenant=stadt");
    settings.add("--amtsbote.accounts.betrieb.roles=operator");
    settings.add("--amtsbote.accounts.betrieb.token-sha256=" + TestGateway.sha256(OPERATOR_TOKEN));
    settings.add("--amtsbote.circuit.failures=3");
    settings.add("--amtsbote.circuit.first-pause=1s");
    settings.add("--amtsbote.circuit.longest-pause=2s");
    settings.add("--amtsbote.circuit.round=200ms");
    settings.add("--amtsbote.accounts.portal.webhook.url=" + procedure("/events"));
    settings.add(
        "--amtsbote.accounts.portal.webhook.secret-file=" + folder.resolve("webhook-secret"));
    settings.add("--amtsbote.events.poll=200ms");
    settings.add("--amtsbote.standards=" + standards());
    settings.add("--amtsbote.directory=" + folder.resolve("directory.yaml"));
    settings.add("--amtsbote.production=false");
    settings.add("--amtsbote.intermediary.enabled=true");
    settings.add("--server.tomcat.connection-timeout=5s");
    settings.add("--amtsbote.intermediary.key-store=" + TownKeys.store(folder, "intermediary"));
    settings.add("--amtsbote.intermediary.password-file=" + folder.resolve("password"));
    settings.add("--amtsbote.osci.trust=" + folder.resolve("trust"));
    settings.add("--amtsbote.osci.revocation=off");
    settings.add("--amtsbote.osci.identity=portal");
    settings.add("--amtsbote.osci.receipts.poll=500ms");
    var own = new ArrayList<>(TownKeys.PARTIES.subList(1, TownKeys.PARTIES.size()));
    own.add(LIMITED);
    for (var party : own) {
      var identity = "--amtsbote.osci.identities." + party;
      settings.add(identity + ".key-store=" + TownKeys.store(folder, party));
      settings.add(identity + ".password-file=" + folder.resolve("password"));
    }
    for (var office :
        List.of("meldebehoerde", "gewerbeamt", "bauamt", "fundamt", "meldeauskunft")) {
      var mailbox = "--amtsbote.osci.mailboxes." + office;
      settings.add(mailbox + ".tenant=stadt");
      settings.add(mailbox + ".intermediary=knoten");
      settings.add(mailbox + ".identity=" + office);
      settings.add(mailbox + ".poll=500ms");
    }
    var narrowMailbox = "--amtsbote.osci.mailboxes.schmal.";
    settings.add(narrowMailbox + "tenant=stadt");
    settings.add(narrowMailbox + "intermediary=knoten");
    settings.add(narrowMailbox + "identity=" + LIMITED);
    settings.add(narrowMailbox + "poll=500ms");
    settings.add(narrowMailbox + "largest=1MB");
    settings.add("--amtsbote.deliveries.fachverfahren-melde.kind=http");
    settings.add("--amtsbote.deliveries.fachverfahren-melde.url=" + procedure("/"));
    settings.add("--amtsbote.deliveries.substitute.kind=http");
    settings.add("--amtsbote.deliveries.substitute.url=" + procedure("/substitute"));
    settings.add("--amtsbote.accounts.fundamt.tenant=stadt");
    settings.add("--amtsbote.accounts.fundamt.roles=procedure");
    settings.add("--amtsbote.accounts.fundamt.parties=fun:99001003");
    settings.add("--amtsbote.accounts.fundamt.token-sha256=" + TestGateway.sha256(PROCEDURE_TOKEN));
    for (var mailbox : List.of("fundanzeige", "fundamt")) {
      settings.add("--amtsbote.deliveries." + mailbox + ".kind=mailbox");
      settings.add("--amtsbote.deliveries." + mailbox + ".parties=fun:99001003");
    }
    drop(settings, "fachverfahren-gewerbe", "gewerbeamt");
    drop(settings, "bauamt", "bauamt");
    drop(settings, "bauvoranfrage", "bauvoranfrage");
    settings.add("--amtsbote.deliveries.bauvoranfrage.two-step=true");
    settings.add("--amtsbote.deliveries.bauvoranfrage.poll=300ms");
    var narrowOne = "--amtsbote.deliveries.parkausweis";
    settings.add(narrowOne + ".kind=http");
    settings.add(narrowOne + ".url=" + procedure("/narrow"));
    settings.add(narrowOne + ".concurrency=2");
    settings.add("--amtsbote.deliveries.wohngeld.kind=jms");
    settings.add("--amtsbote.deliveries.wohngeld.url=tcp://localhost:1");
    settings.add("--amtsbote.deliveries.wohngeld.queue=nobody");
    drop(settings, "wunsch", "wunsch");
    settings.add("--amtsbote.deliveries.wunsch.partner=wunschamt");
    drop(settings, "meldeauskunft", "meldeauskunft");
    drop(settings, "partnerless", "partnerless");
    settings.add("--amtsbote.deliveries.partnerless.partner=nobody-knows-him");
    xta.forEach((name, value) -> settings.add("--" + name + "=" + value));
    settings.add("--amtsbote.virus-scanner.host=localhost");
    settings.add("--amtsbote.virus-scanner.port=" + TestClamd.port());
    settings.addAll(dvdv.settings());
    settings.addAll(fitConnect.settings());
    settings.addAll(Pusher.settings(this));
    return settings;
  }

  private void drop(List<String> settings, String delivery, String office) {
    settings.add("--amtsbote.deliveries." + delivery + ".kind=file");
    settings.add(
        "--amtsbote.deliveries." + delivery + ".folder=" + folder.resolve("drop-" + office));
  }

  private void takeEvent(HttpExchange exchange) throws IOException {
    var signature = exchange.getRequestHeaders().getFirst("Amtsbote-Signature");
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    events.add(signature + " " + body);
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private void writeDirectory() throws IOException {
    Files.writeString(folder.resolve("directory.yaml"), TownDirectory.yaml(this));
  }
}
