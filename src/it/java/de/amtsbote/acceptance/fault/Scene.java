package de.amtsbote.acceptance.fault;

import de.amtsbote.acceptance.site.Fachverfahren;
import de.amtsbote.acceptance.site.JavaCommand;
import de.amtsbote.acceptance.site.Site;
import de.amtsbote.acceptance.site.SiteConfiguration;
import de.amtsbote.osci.testport.Ports;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One town for one scenario: nodes, their database, the Fachverfahren, and a proxy before the
 * intermediary, which every node has.
 */
final class Scene implements AutoCloseable {

  private static final Duration TO_ARRIVE = Duration.ofSeconds(120);

  private final Ground ground;
  private final Path folder;
  private final Random random;
  private final PrintStream out;
  private final Procedures procedures;
  private final FaultProxy proxy;
  private final List<Integer> ports;
  private final List<Node> nodes = new ArrayList<>();
  private final Deque<PostgresServer> databases = new ArrayDeque<>();
  private final Deque<Sending> sendings = new ArrayDeque<>();
  private final Thread hurriedEnd = new Thread(this::endProcesses);

  /**
   * Sets the scene; nothing runs yet but the Fachverfahren.
   *
   * @param size number of nodes
   */
  Scene(Play play, int size) throws IOException {
    this.ground = play.ground();
    this.random = play.random();
    this.out = play.out();
    this.folder = Files.createTempDirectory(ground.folder(), "scene-");
    if (System.getProperty("faults.keep") != null) {
      say("in %s", folder);
    }
    for (String shared : List.of("certificates", "standards")) {
      Files.createSymbolicLink(folder.resolve(shared), ground.folder().resolve(shared));
    }
    Files.createSymbolicLink(folder.resolve("gateway.jar"), ground.program());
    Fachverfahren posted = Fachverfahren.open();
    this.procedures =
        new Procedures(
            posted,
            folder.resolve("gewerbeamt"),
            AnsweringProcedure.open(folder.resolve("bauamt")));
    this.ports = IntStream.range(0, size).mapToObj(i -> Ports.free()).toList();
    int door = Ports.free();
    Files.writeString(folder.resolve("secret"), Site.SECRET);
    Files.writeString(
        folder.resolve("application.yaml"),
        SiteConfiguration.yaml(folder, ports.get(0), posted.address()));
    Files.writeString(folder.resolve("directory.yaml"), SiteConfiguration.directory(door));
    this.proxy = FaultProxy.open(door, addresses());
    Runtime.getRuntime().addShutdownHook(hurriedEnd);
  }

  Ground ground() {
    return ground;
  }

  Path folder() {
    return folder;
  }

  Procedures procedures() {
    return procedures;
  }

  FaultProxy intermediary() {
    return proxy;
  }

  List<Node> nodes() {
    return nodes;
  }

  Node node(int number) {
    return nodes.get(number);
  }

  /** A server with an empty database, started and stopped with the scene. */
  PostgresServer database(String name) throws IOException, InterruptedException {
    PostgresServer server =
        new PostgresServer(
            ground.postgres(), ground.database(), folder.resolve(name), Ports.free());
    databases.push(server);
    return server;
  }

  /** Starts all nodes on this database. */
  void startOn(String url) throws IOException {
    startOn(url, number -> Cheap.JAVA, List.of());
  }

  /**
   * Starts all nodes on this database.
   *
   * @param commands how each node is run, by its number from zero
   */
  void startOn(String url, IntFunction<JavaCommand> commands, List<String> moreProperties)
      throws IOException {
    List<String> properties = new ArrayList<>(moreProperties);
    properties.add("--spring.datasource.url=" + url);
    properties.add("--spring.datasource.username=" + PostgresServer.USER);
    start(commands, properties);
  }

  /** Starts all nodes, each with a database of its own. */
  void start() throws IOException {
    start(number -> Cheap.JAVA, List.of());
  }

  /** Begins to send a mixture of applications to all nodes. */
  Sending send(double rate, int count) throws IOException {
    return send(rate, count, ground.applications());
  }

  Sending send(double rate, int count, List<String> what) throws IOException {
    Path books = Files.createDirectory(folder.resolve("sending-" + (sendings.size() + 1)));
    Sending sending = Sending.begin(ground.program(), books, addresses(), rate, count, what);
    sendings.push(sending);
    return sending;
  }

  /** Sends a mixture of applications to all nodes until the scene is settled. */
  Sending keepSending(double rate) throws IOException {
    return send(rate, Sending.WITHOUT_END, ground.applications());
  }

  /** Sends to the procedure that answers, past the intermediary, until the scene is settled. */
  Sending keepSendingByFile(double rate) throws IOException {
    return send(rate, Sending.WITHOUT_END, ground.applicationsByFile());
  }

  /** Waits for the end of everything and counts. */
  Tally settle(Sending sending) throws IOException, InterruptedException {
    return settle(sending, List.of());
  }

  /**
   * Waits for the end of everything and counts.
   *
   * @param others handed in by somebody else
   */
  Tally settle(Sending sending, List<Receipt> others) throws IOException, InterruptedException {
    if (sending.isEndless()) {
      sending.enough();
    }
    List<Receipt> all = new ArrayList<>(sending.await());
    all.addAll(others);
    return new Books(all, procedures).settle(TO_ARRIVE, out);
  }

  /** Lets some time pass, a random part of it. */
  void pass(Duration atLeast, Duration atMost) {
    long span = atMost.minus(atLeast).toMillis();
    pass(atLeast.plusMillis(span <= 0 ? 0 : random.nextLong(span)));
  }

  void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  int anyNode() {
    return random.nextInt(nodes.size());
  }

  void say(String format, Object... values) {
    out.println("  " + format.formatted(values));
  }

  @Override
  public void close() throws IOException {
    Runtime.getRuntime().removeShutdownHook(hurriedEnd);
    endProcesses();
    proxy.close();
    procedures.posted().close();
    procedures.answering().close();
    Ground.delete(folder);
  }

  private void endProcesses() {
    sendings.forEach(Sending::close);
    nodes.forEach(Node::close);
    databases.forEach(PostgresServer::close);
  }

  private void start(IntFunction<JavaCommand> commands, List<String> properties)
      throws IOException {
    for (int i = 0; i < ports.size(); i++) {
      nodes.add(Node.of(folder, "node-" + (i + 1), ports.get(i), commands.apply(i), properties));
    }
    // one after the other: the first makes the tables
    for (Node node : nodes) {
      node.start();
    }
  }

  private List<URI> addresses() {
    return ports.stream().map(port -> URI.create("http://127.0.0.1:" + port)).toList();
  }
}
