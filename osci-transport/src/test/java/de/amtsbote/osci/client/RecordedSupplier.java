package de.amtsbote.osci.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.http.HttpOsciTransport;
import de.amtsbote.osci.http.HttpTimeouts;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Shared;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A server on the loopback that gives recorded answers, and a client that they answer to. */
final class RecordedSupplier implements AutoCloseable {

  /** The challenge that all recorded answers repeat. */
  private static final String CHALLENGE = "Y2xpZW50LWNoYWxsZW5nZQ==";

  private static final ClientIdentity ALICE =
      ClientIdentity.of(
          Shared.key("keys/alice_enc_3072.p12"), Shared.key("keys/alice_sig_3072.p12"));

  private final Deque<String> answers = new ArrayDeque<>();
  private final HttpServer server;

  RecordedSupplier() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      var octets = Files.readAllBytes(Shared.vectorFile(answers.remove() + "/message.bin"));
      exchange.sendResponseHeaders(200, octets.length);
      exchange.getResponseBody().write(octets);
    }
  }

  RecordedSupplier answering(String... vectors) {
    answers.addAll(List.of(vectors));
    return this;
  }

  OsciClient encryptedClient() {
    return new OsciClient(ALICE, exchange(true), Chunking.NEVER);
  }

  OsciClient plainClient() {
    return new OsciClient(ALICE, exchange(false), Chunking.NEVER);
  }

  /** The dialog in which an answer was recorded, just before its order. */
  OsciDialog dialogBefore(String vector) throws IOException {
    var recorded = (Map<?, ?>) Shared.meta(vector).get("controlBlock");
    var next =
        new ControlBlock(
            (String) recorded.get("ConversationId"),
            Long.parseLong((String) recorded.get("SequenceNumber")),
            "recorded",
            null);
    var exchange = exchange(false);
    return new OsciClient(ALICE, exchange, Chunking.NEVER)
        .dialog(DialogLine.at(exchange, new Orders(ALICE), next));
  }

  private Exchange exchange(boolean encrypted) {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    var signer = Shared.key("keys/im_sig_3072.p12").certificate();
    var cipher = Shared.key("keys/im_enc_3072.p12").certificate();
    return new Exchange(
        ALICE,
        encrypted ? Supplier.of(address, cipher, signer) : Supplier.plain(address, signer),
        new HttpOsciTransport(HttpTimeouts.standard()),
        AlgorithmPolicy.standard(),
        ReadLimits.DEFAULT,
        Spool.temporary(),
        () -> CHALLENGE);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
