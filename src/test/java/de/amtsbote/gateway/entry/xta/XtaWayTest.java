package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.GatewayApplication;
import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.TestXta;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The whole way over XTA: portal, store, shipped route, mailbox, reader, report. */
class XtaWayTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void message_goesFromThePortalToTheReaderAndItsReportTurnsGreen(@TempDir Path folder)
      throws Exception {
    try (var gateway = start(folder)) {
      var portal = new XtaCaller(gateway, TestXta.PORTAL);
      var reader = new XtaCaller(gateway, TestXta.READER);
      var order = new Order();
      portal.send(Soap.send(order, "<antrag/>", "Anlage"));

      await()
          .atMost(SOON)
          .until(() -> reader.mailbox(list()).count("MsgAttributes"), count -> count == 1);
      assertThat(report(portal, order).value("Status")).isEqualTo("0");
      var message = reader.mailbox(fetch(order));
      var request = message.element("MsgBoxResponse").getAttribute("MsgBoxRequestID");
      assertThat(message.text()).contains("<antrag/>", "Anlage");
      assertThat(reader.mailbox(close(request, order)).status()).isEqualTo(200);

      await()
          .atMost(SOON)
          .until(() -> report(portal, order).value("Status"), status -> "1".equals(status));
    }
  }

  private static ServletWebServerApplicationContext start(Path folder) throws Exception {
    var settings = new ArrayList<String>();
    TestXta.settings(folder).forEach((key, value) -> settings.add("--" + key + "=" + value));
    TestGateway.keyRing(folder);
    settings.add("--server.port=0");
    settings.add("--spring.datasource.url=" + TestDatabase.freshUrl());
    settings.add("--amtsbote.data=" + folder.resolve("data"));
    settings.add("--amtsbote.key-ring.file=" + folder.resolve("key-ring.p12"));
    settings.add("--amtsbote.key-ring.password-file=" + folder.resolve("password"));
    settings.add("--amtsbote.work.first-backoff=200ms");
    // the account of the shipped example route, with the portal's certificate
    var account = "--amtsbote.xta.server.accounts.";
    settings.removeIf(it -> it.startsWith(account + "onlinedienst."));
    settings.add(account + "postfach.tenant=stadt");
    settings.add(account + "postfach.parties=gae:1");
    settings.add(account + "postfach.certificates=" + TestXta.sha256(TestXta.PORTAL));
    settings.add("--amtsbote.deliveries.postfach.kind=mailbox");
    settings.add("--amtsbote.deliveries.postfach.parties=ags:1");
    return (ServletWebServerApplicationContext)
        GatewayApplication.start(settings.toArray(String[]::new));
  }

  private static XtaCaller.Answer report(XtaCaller portal, Order order) throws Exception {
    return portal.management(
        Soap.call(Soap.XTA + "GetTransportReport").body(Soap.messageIdBody(order.id())));
  }

  private static Soap list() {
    return Soap.call(Soap.MAILBOX + "MsgBoxStatusListRequest")
        .body("<o:MsgBoxStatusListRequest xmlns:o=\"http://www.osci.eu/ws/2008/05/transport\"/>");
  }

  private static Soap fetch(Order order) {
    return Soap.call(Soap.MAILBOX + "MsgBoxFetchRequest")
        .body(
            "<o:MsgBoxFetchRequest xmlns:o=\"http://www.osci.eu/ws/2008/05/transport\"><o:MsgSelector>"
                + Soap.messageIdBody(order.id())
                + "</o:MsgSelector></o:MsgBoxFetchRequest>");
  }

  private static Soap close(String request, Order order) {
    return Soap.call(Soap.MAILBOX + "MsgBoxCloseRequest")
        .body(
            "<o:MsgBoxCloseRequest xmlns:o=\"http://www.osci.eu/ws/2008/05/transport\" MsgBoxRequestID=\"%s\"><o:LastMsgReceived>%s</o:LastMsgReceived></o:MsgBoxCloseRequest>"
                .formatted(request, order.id()));
  }
}
