package de.amtsbote.gateway.intermediary;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import de.amtsbote.osci.client.Chunking;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.http.HttpOsciTransport;
import de.amtsbote.osci.http.HttpTimeouts;
import de.amtsbote.osci.http.OsciHttpHandler;
import de.amtsbote.osci.spool.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

/**
 * Sends an attachment over HTTP into an intermediary on PostgreSQL and fetches it from there, all
 * in one JVM. Started by {@link LargeDeliveryTest} with a heap that is smaller than the attachment.
 */
final class LargeDelivery {

  private static final Duration LONG = Duration.ofMinutes(10);

  private LargeDelivery() {}

  /** JDBC address, size in MiB, {@code whole} or {@code chunks}, folder for temporary files. */
  public static void main(String[] arguments) throws Exception {
    var size = Long.parseLong(arguments[1]) << 20;
    var chunking = arguments[2].equals("chunks") ? Chunking.of(16 << 20, 16 << 20) : Chunking.NEVER;
    var spool = Spool.in(Path.of(arguments[3]));
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try (var database = new HikariDataSource()) {
      database.setJdbcUrl(arguments[0]);
      var node = new Node(database, Clock.systemUTC(), null, spool);
      server.createContext("/", new OsciHttpHandler(node.endpoint, Duration.ofMinutes(10)));
      server.start();
      var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      var transport = new HttpOsciTransport(new HttpTimeouts(Duration.ofSeconds(10), LONG, LONG));
      send(Node.client(Node.ALICE, address, transport, spool, chunking), size);
      receive(Node.client(Node.BOB, address, transport, spool, chunking), size);
    } finally {
      server.stop(0);
    }
  }

  private static void send(OsciClient client, long size) throws IOException {
    var outcome =
        client.store(
            client.messageId(),
            OutgoingDelivery.to(Node.BOB.cipher().get(0).certificate())
                .data("payload", new byte[] {1})
                .attachment("large", "large.bin", () -> new Counting(size)));
    if (!(outcome instanceof SendOutcome.Accepted)) {
      throw new IOException("not accepted: " + outcome);
    }
  }

  private static void receive(OsciClient client, long size) throws IOException {
    try (var dialog = client.openDialog();
        var delivery = dialog.next().orElseThrow()) {
      var item =
          (OpenedItem.Octets) delivery.open().containers().get(0).item("large").orElseThrow();
      try (var received = item.open();
          var expected = new Counting(size)) {
        compare(received, expected);
      }
      delivery.confirm();
    }
  }

  private static void compare(InputStream received, InputStream expected) throws IOException {
    var one = new byte[64 << 10];
    var other = new byte[one.length];
    int count;
    do {
      count = expected.readNBytes(one, 0, one.length);
      if (received.readNBytes(other, 0, other.length) != count || !Arrays.equals(one, other)) {
        throw new IOException("the attachment was changed on its way");
      }
    } while (count == one.length);
  }

  /** Octets that differ from place to place, made while they are read. */
  private static final class Counting extends InputStream {

    private final long size;
    private long position;

    Counting(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      return position == size ? -1 : octet(position++);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      var count = (int) Math.min(length, size - position);
      for (var i = 0; i < count; i++) {
        target[offset + i] = (byte) octet(position++);
      }
      return count == 0 && length > 0 ? -1 : count;
    }

    private static int octet(long at) {
      return (int) (at ^ at >> 8 ^ at >> 16) & 0xff;
    }
  }
}
