package de.amtsbote.gateway.way;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.amtsbote.gateway.Amtsbote;
import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.osci.testport.Ports;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A gateway in a process of its own with a small heap, through which a large attachment goes. */
final class LargeWay implements Closeable {

  private static final String TOKEN = "token-of-portal";
  private static final String PROCEDURE = "token-of-procedure";
  private static final String MAILBOX = "/api/v1/mailboxes/amt-postfach/messages";

  private final Path folder;
  private final long size;
  private final HttpServer procedure;
  private final int port;
  private final Process gateway;
  private volatile String posted;

  LargeWay(Path folder, String heap, long size) throws IOException, GeneralSecurityException {
    this.folder = folder;
    this.size = size;
    procedure = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    procedure.createContext("/", this::take);
    procedure.start();
    port = Ports.free();
    writeRoute();
    TestGateway.keyRing(folder);
    gateway = start(heap);
  }

  /** Hands the attachment in; the SHA-256 of what was sent. */
  String submit() throws IOException, InterruptedException {
    var digest = sha256();
    var head =
        """
        --cut
        Content-Disposition: form-data; name="payload"
        Content-Type: text/xml

        <a/>
        --cut
        Content-Disposition: form-data; name="attachment"; filename="plan.bin"

        """
            .replace("\n", "\r\n");
    var parts =
        List.of(
            text(head), new DigestInputStream(new Pattern(size), digest), text("\r\n--cut--\r\n"));
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/messages"))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(
                BodyPublishers.ofInputStream(
                    () -> new SequenceInputStream(Collections.enumeration(parts))))
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 202) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body() + log());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256 of the attachment that was posted; null before. */
  String posted() {
    return posted;
  }

  /** SHA-256 of the attachment in the drop folder. */
  String dropped() throws IOException {
    try (var content = Files.newInputStream(dropFile().orElseThrow())) {
      return digest(content, size);
    }
  }

  /** Whether it waits for a procedure. */
  boolean isInTheMailbox() throws IOException, InterruptedException {
    return waiting().isPresent();
  }

  private Optional<String> waiting() throws IOException, InterruptedException {
    var list = get(MAILBOX, "application/json", BodyHandlers.ofString()).body();
    return Optional.of(JsonMapper.shared().readTree(list).at("/messages/0/id").asString(""))
        .filter(id -> !id.isEmpty());
  }

  /** SHA-256 of the attachment as a procedure fetches it from its mailbox. */
  String fetched() throws IOException, InterruptedException {
    var path = MAILBOX + "/" + waiting().orElseThrow();
    try (var body = get(path, "multipart/form-data", BodyHandlers.ofInputStream()).body()) {
      return attachment(body);
    }
  }

  private <T> HttpResponse<T> get(String path, String accept, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", "Bearer " + PROCEDURE)
            .header("Accept", accept)
            .build();
    var answer = HttpClient.newHttpClient().send(request, body);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + log());
    }
    return answer;
  }

  /** The attachment in the drop folder, once it is there and whole. */
  Optional<Path> dropFile() throws IOException {
    var drop = folder.resolve("drop");
    if (!Files.exists(drop)) {
      return Optional.empty();
    }
    try (var files = Files.walk(drop)) {
      return files
          .filter(it -> it.getFileName().toString().equals("plan.bin"))
          .filter(it -> !it.toString().contains(".amtsbote"))
          .findFirst();
    }
  }

  /** Most memory that the process had at any time. */
  String residentPeak() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + gateway.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .findFirst()
        .orElse("");
  }

  String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    gateway.destroyForcibly();
    procedure.stop(0);
  }

  private Process start(String heap) throws IOException, GeneralSecurityException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap,
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            System.getProperty("java.class.path"),
            Amtsbote.class.getName(),
            "serve",
            "--server.port=" + port,
            "--spring.datasource.url=" + TestDatabase.freshUrl(),
            "--amtsbote.data=" + folder.resolve("data"),
            "--amtsbote.key-ring.file=" + folder.resolve("key-ring.p12"),
            "--amtsbote.key-ring.password-file=" + folder.resolve("password"),
            "--amtsbote.routes=" + folder.resolve("routes"),
            "--amtsbote.standards=" + folder.resolve("standards"),
            "--amtsbote.limits.body=2GB",
            "--amtsbote.accounts.portal.tenant=stadt",
            "--amtsbote.accounts.portal.roles=portal",
            "--amtsbote.accounts.portal.token-sha256=" + TestGateway.sha256(TOKEN),
            "--amtsbote.accounts.verfahren.tenant=stadt",
            "--amtsbote.accounts.verfahren.roles=procedure",
            "--amtsbote.accounts.verfahren.parties=ags:1",
            "--amtsbote.accounts.verfahren.token-sha256=" + TestGateway.sha256(PROCEDURE),
            "--amtsbote.deliveries.amt-postfach.kind=mailbox",
            "--amtsbote.deliveries.amt-postfach.parties=ags:1",
            "--amtsbote.deliveries.amt-http.kind=http",
            "--amtsbote.deliveries.amt-http.url=http://localhost:"
                + procedure.getAddress().getPort()
                + "/",
            "--amtsbote.deliveries.amt-http.answer-timeout=10m",
            "--amtsbote.deliveries.amt-datei.kind=file",
            "--amtsbote.deliveries.amt-datei.folder=" + folder.resolve("drop"))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private void writeRoute() throws IOException {
    Files.createDirectories(folder.resolve("standards"));
    Files.writeString(
        Files.createDirectories(folder.resolve("routes")).resolve("large.camel.yaml"),
        """
        - route:
            id: large
            from:
              uri: amtsbote:inbox
              parameters:
                entry: rest
              steps:
                - to:
                    uri: delivery:amt-http
                - to:
                    uri: delivery:amt-datei
                - to:
                    uri: delivery:amt-postfach
        """);
  }

  /** Waits until the gateway serves. */
  void awaitHealth() {
    var client = HttpClient.newHttpClient();
    var health =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health")).build();
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .failFast("the gateway ended", () -> !gateway.isAlive())
        .ignoreExceptions()
        .until(() -> client.send(health, BodyHandlers.discarding()).statusCode() == 200);
  }

  /** Metadata, payload and attachment: the content of the third part is what counts. */
  private void take(HttpExchange exchange) throws IOException {
    try (var body = exchange.getRequestBody()) {
      posted = attachment(body);
    }
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private String attachment(InputStream body) throws IOException {
    for (var part = 0; part < 3; part++) {
      skipHead(body);
    }
    var digest = digest(body, size);
    body.transferTo(OutputStream.nullOutputStream());
    return digest;
  }

  private static void skipHead(InputStream body) throws IOException {
    var last = 0;
    while (last != 0x0d0a0d0a) {
      var next = body.read();
      if (next < 0) {
        throw new IOException("the body ended in the head of a part");
      }
      last = last << 8 | next;
    }
  }

  private static String digest(InputStream content, long size) throws IOException {
    var digest = sha256();
    var buffer = new byte[64 * 1024];
    for (var left = size; left > 0; ) {
      var read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        return "too short by " + left;
      }
      digest.update(buffer, 0, read);
      left -= read;
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes that are not the same in any two chunks. */
  private static final class Pattern extends InputStream {

    private final long size;
    private long position;

    Pattern(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      return position == size ? -1 : (int) (position * 31 + (position++ >>> 11)) & 0xff;
    }
  }
}
