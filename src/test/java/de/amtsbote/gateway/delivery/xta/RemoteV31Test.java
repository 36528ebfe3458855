package de.amtsbote.gateway.delivery.xta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.xta.XtaCode;
import de.amtsbote.gateway.xta.XtaContent;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaMetadata;
import de.amtsbote.gateway.xta.XtaPart;
import de.amtsbote.gateway.xta.XtaParty;
import de.amtsbote.gateway.xta.XtaRemote;
import de.amtsbote.gateway.xta.XtaReport;
import de.amtsbote.gateway.xta.XtaSelection;
import de.amtsbote.gateway.xta.XtaService;
import de.amtsbote.gateway.xta.XtaSink;
import de.amtsbote.gateway.xta.XtaTimes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The operations from the side of the client, as far as no mailbox must be filled for them. */
@GatewayTest
class RemoteV31Test {

  private static final XtaSelection NOBODY =
      new XtaSelection(List.of("urn:de:xta:messageid:test:niemand"), List.of(), null, null, null);

  @Autowired ServletWebServerApplicationContext gateway;
  @TempDir Path folder;
  private XtaRemote portal;
  private XtaRemote reader;

  @BeforeEach
  void callers() throws Exception {
    var port = TestXta.port(gateway);
    portal = new ForeignServer(folder, port).servers().remote(ForeignServer.NAME);
    reader =
        new ForeignServer(folder, port)
            .as("ags:1", TestXta.READER)
            .servers()
            .remote(ForeignServer.NAME);
  }

  @Test
  void account_isActive() throws Exception {
    portal.checkAccount();
  }

  @Test
  void serviceOfAMailboxHere_isOffered() throws Exception {
    var question = new XtaService(XtaParty.of("ags:1"), "urn:example:dienst");

    assertThat(portal.lookup(List.of(question)))
        .containsExactly(new XtaService.Answer(question, true, null));
  }

  @Test
  void serviceOfAReaderThatNobodyKnows_isNeitherYesNorNo() throws Exception {
    var question = new XtaService(XtaParty.of("ags:0"), "urn:example:dienst");

    assertThat(portal.lookup(List.of(question)).get(0).available()).isNull();
  }

  @Test
  void report_tellsStatusTimesAndEntries() throws Exception {
    var id = sent(null);

    var report = portal.report(id);

    assertThat(report.status()).isEqualTo(XtaReport.Status.OPEN);
    assertThat(report.metadata().messageId()).isEqualTo(id);
    assertThat(report.server()).isEqualTo("test");
    assertThat(report.entries()).extracting(XtaReport.Entry::code).contains("RECEIVED");
  }

  @Test
  void messageBeforeItsTime_isTakenBack() throws Exception {
    var id = sent(Clock.systemUTC().instant().plus(Duration.ofHours(1)));

    portal.cancel(id);

    assertThat(portal.report(id).status()).isEqualTo(XtaReport.Status.YELLOW);
  }

  @Test
  void messageWithoutNotBefore_isNotTakenBack() throws Exception {
    var id = sent(null);

    assertRefused(() -> portal.cancel(id), XtaError.CANCEL_NOT_AGREED);
  }

  @Test
  void messageThatNobodySent_isUnknownEverywhere() {
    assertRefused(() -> portal.report("urn:x:niemand"), XtaError.MESSAGE_ID_UNKNOWN);
    assertRefused(() -> reader.fetch(NOBODY, new Nowhere()), XtaError.MESSAGE_ID_UNKNOWN);
    assertRefused(() -> reader.close("urn:uuid:egal", NOBODY.ids()), XtaError.MESSAGE_ID_UNKNOWN);
  }

  @Test
  void requestThatNobodyMade_givesNothing() throws Exception {
    assertThat(reader.next("urn:uuid:egal", List.of()).ids()).isEmpty();
    assertThat(reader.fetchNext("urn:uuid:egal", List.of(), new Nowhere())).isEmpty();
  }

  @Test
  void serviceThatIsAsynchronous_isNotAsked() {
    assertRefused(
        () -> portal.ask(order(portal.messageId(), null), parts(), new Nowhere()),
        XtaError.ONLY_ASYNCHRONOUS);
  }

  private static void assertRefused(ThrowingCallable call, XtaError error) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(XtaException.class, it -> assertThat(it.error()).isEqualTo(error));
  }

  private String sent(Instant notBefore) throws IOException {
    var id = portal.messageId();
    portal.send(order(id, notBefore), parts());
    return id;
  }

  private static XtaMetadata order(String id, Instant notBefore) {
    return new XtaMetadata(
        id,
        List.of(),
        null,
        null,
        XtaParty.of("gae:1"),
        XtaParty.of("ags:1"),
        null,
        "urn:example:dienst",
        new XtaCode(null, null, "XDEMO_DATA"),
        new XtaCode("urn:example:typen", "1", "0100"),
        "urn:example:xdemo",
        null,
        new XtaTimes(null, null, notBefore, null, null, null, null),
        null,
        false);
  }

  private static List<XtaContent> parts() {
    var octets = "<a/>".getBytes(StandardCharsets.UTF_8);
    return List.of(
        new XtaContent(
            XtaPart.of("a.xml", "text/xml", octets.length),
            octets.length,
            () -> new ByteArrayInputStream(octets)));
  }

  /** Where nothing comes that anybody looks at. */
  private static final class Nowhere implements XtaSink {

    @Override
    public void part(boolean message, XtaPart part, InputStream content) throws IOException {
      content.transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public void encrypted(InputStream xml) throws IOException {
      xml.transferTo(OutputStream.nullOutputStream());
    }
  }
}
