package de.amtsbote.gateway.way;

import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.client.Supplier;
import de.amtsbote.osci.content.ContentSource;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.http.HttpOsciTransport;
import de.amtsbote.osci.http.HttpTimeouts;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.transport.OsciTransport;
import de.amtsbote.osci.transport.TransportException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The socket of the intermediary, for what no decent client sends, and orders to send there. */
final class OsciPort {

  static final String POST = "POST /osci/intermediary HTTP/1.1";

  private final Town town;

  OsciPort(Town town) {
    this.town = town;
  }

  /** A client that talks to the intermediary as the portal. */
  OsciClient client(OsciTransport transport) {
    var identity =
        ClientIdentity.of(keys(town.ciphers.get("portal")), keys(town.signers.get("portal")));
    var supplier =
        Supplier.of(
            town.intermediary(),
            town.ciphers.get("intermediary").certificate(),
            town.signers.get("intermediary").certificate());
    return new OsciClient(identity, supplier, transport);
  }

  private static KeyOperations keys(TestIdentity identity) {
    return SoftwareKeys.of(identity.key(), identity.certificate());
  }

  MessageId issuedId() throws IOException {
    return client(new HttpOsciTransport(HttpTimeouts.standard())).messageId();
  }

  /** A storeDelivery as it would go over the wire. */
  byte[] order(MessageId id, int attachment) {
    var sent = new ArrayList<byte[]>();
    OsciTransport capture =
        (address, message) -> {
          try (var in = message.open()) {
            sent.add(in.readAllBytes());
          } catch (IOException e) {
            throw new AssertionError(e);
          }
          throw new TransportException(TransportException.Fate.NOT_SENT, "kept back");
        };
    var octets = new byte[attachment];
    new Random(1).nextBytes(octets);
    client(capture)
        .store(
            id,
            OutgoingDelivery.to(town.ciphers.get("intermediary").certificate())
                .data("MESSAGE", new byte[] {1})
                .attachment(
                    "plan", "plan.bin", (ContentSource) () -> new ByteArrayInputStream(octets)));
    return sent.get(0);
  }

  /** Sends a head and a body, and reads until the server closes the connection. */
  String exchange(String head, byte[] body, boolean endOutput) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), town.port())) {
      socket.setSoTimeout(60_000);
      var out = socket.getOutputStream();
      out.write(
          (head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      out.flush();
      if (endOutput) {
        socket.shutdownOutput();
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /** Whether the intermediary took a delivery over under this id. */
  boolean hasDelivery(MessageId id) {
    return count("osci_card", id) > 0;
  }

  /** Whether an id is as unused as it was. */
  boolean isUnused(MessageId id) {
    var found =
        town.jdbc()
            .queryForObject(
                "select count(*) from osci_message_id where id = ?", Long.class, id.value());
    return found == 1;
  }

  private long count(String table, MessageId id) {
    return town.jdbc()
        .queryForObject(
            "select count(*) from " + table + " where message_id = ?", Long.class, id.value());
  }

  /** Spool files that this process holds open; they have no name while they are used. */
  List<String> spoolFiles() throws IOException {
    var spool = town.folder.resolve("data/spool");
    try (var named = Files.list(spool);
        var open = Files.list(Path.of("/proc/self/fd"))) {
      return Stream.concat(
              named.map(Path::toString).filter(it -> it.endsWith(".spool")),
              open.map(OsciPort::target).filter(it -> it.startsWith(spool + "/")))
          .toList();
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
