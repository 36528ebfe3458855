package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.GatewayApplication;
import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.XdemoSamples;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testport.Ports;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * The whole way to another XTA server and from its mailbox, with the routes that ship; the other
 * server is this one.
 */
class XtaSendWayTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void message_goesToTheOtherServerIntoItsMailboxAndIsFetchedFromThere(@TempDir Path folder)
      throws Exception {
    var payload = XdemoSamples.message(UUID.randomUUID());
    try (var gateway = start(folder)) {
      var store = gateway.getBean(MessageStore.class);
      var id = handedIn(store, payload);

      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(dropped(folder)).containsExactly(payload));
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(store.get(id).state()).isEqualTo(MessageState.DELIVERED));
    }
  }

  private static MessageId handedIn(MessageStore store, String payload) throws Exception {
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
                  Traits.addressedTo("ags:1", "xta-versand")))
          .id();
    }
  }

  private static List<String> dropped(Path folder) throws Exception {
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

  private static ServletWebServerApplicationContext start(Path folder) throws Exception {
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
    server(settings, folder, port, "xta-versand", "gae:1", TestXta.PORTAL);
    server(settings, folder, port, "abholung", "ags:1", TestXta.READER);
    settings.add("--amtsbote.xta.servers.abholung.fetch.tenant=stadt");
    settings.add("--amtsbote.xta.servers.abholung.fetch.poll=300ms");
    settings.add("--amtsbote.deliveries.abholung.kind=file");
    settings.add("--amtsbote.deliveries.abholung.folder=" + folder.resolve("drop"));
    return (ServletWebServerApplicationContext)
        GatewayApplication.start(settings.toArray(String[]::new));
  }

  private static void server(
      List<String> settings,
      Path folder,
      int port,
      String name,
      String author,
      TestIdentity identity)
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
