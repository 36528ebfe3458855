package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;

import com.sun.net.httpserver.HttpServer;
import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.http.HttpOsciTransport;
import de.amtsbote.osci.http.HttpTimeouts;
import de.amtsbote.osci.http.OsciHttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;

/**
 * Sends an attachment through an intermediary over HTTP and fetches it, all in one JVM. Started by
 * {@link LargeAttachmentTest} with a heap that is smaller than the attachment.
 */
final class LargeAttachment {

  private LargeAttachment() {}

  /** The argument is the size in MiB; the exit code is 0 if every octet arrived. */
  public static void main(String[] arguments) throws Exception {
    long size = Long.parseLong(arguments[0]) << 20;
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var handler = new OsciHttpHandler(World.strict().endpoint(), Duration.ofMinutes(10));
    server.createContext("/osci", handler);
    server.start();
    try {
      var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/osci");
      send(client(ALICE, address), size);
      receive(client(BOB, address), size);
    } finally {
      server.stop(0);
    }
  }

  private static OsciClient client(ClientIdentity identity, URI address) {
    return new OsciClient(
        identity, World.supplier(address), new HttpOsciTransport(HttpTimeouts.standard()));
  }

  private static void send(OsciClient client, long size) throws IOException {
    var delivery =
        OutgoingDelivery.to(BOB.cipher().get(0).certificate())
            .data("payload", Letters.PAYLOAD)
            .attachment("large", "large.bin", () -> new CountingOctets(size));
    var outcome = client.store(client.messageId(), delivery);
    if (!(outcome instanceof SendOutcome.Accepted)) {
      throw new IOException("not accepted: " + outcome);
    }
  }

  private static void receive(OsciClient client, long size) throws IOException {
    try (var dialog = client.openDialog();
        var delivery = dialog.next().orElseThrow()) {
      var container = delivery.open().containers().get(0);
      var item = (OpenedItem.Octets) container.item("large").orElseThrow();
      try (var received = item.open();
          var expected = new CountingOctets(size)) {
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
      int got = received.readNBytes(other, 0, other.length);
      if (got != count || !Arrays.equals(one, other)) {
        throw new IOException("the attachment was changed on its way");
      }
    } while (count == one.length);
  }
}
