package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.XdemoSamples;
import de.amtsbote.gateway.delivery.About;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.TimelineEntry;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@GatewayTest
class SendPortTest {

  @Autowired ServletWebServerApplicationContext gateway;
  @Autowired MessageStore store;
  @Autowired PostgresXtaMessages messages;
  @Autowired CorrelationStore correlations;
  XtaCaller portal;

  @BeforeEach
  void portal() {
    portal = new XtaCaller(gateway, TestXta.PORTAL);
  }

  @Test
  void inlineContent_isStoredDecoded() throws Exception {
    var order = new Order();

    var answer = portal.send(Soap.send(order, "<a>ä</a>", "Anlage 1", ""));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isNull();
    var message = stored(order);
    assertThat(text(message, message.payload().orElseThrow())).isEqualTo("<a>ä</a>");
    assertThat(message.payload().orElseThrow().name()).isEqualTo("antrag.xml");
    assertThat(message.attachments())
        .extracting(it -> text(message, it))
        .containsExactly("Anlage 1", "");
  }

  @Test
  void zipContainer_isStoredAsItIs() throws Exception {
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("4711_gewerbe.anmeldung.antrag.0200.xml"));
      out.write("<a/>".getBytes(StandardCharsets.UTF_8));
    }
    var order = new Order();
    var message =
        "<x:Message contentType=\"application/zip\" filename=\"abgabe.zip\" id=\"m1\">"
            + Base64.getMimeEncoder().encodeToString(zip.toByteArray())
            + "</x:Message>";

    portal.send(
        Soap.call(Soap.XTA + "SendMessage").header(order.xml()).body(Soap.container(message)));

    var stored = stored(order);
    var payload = stored.payload().orElseThrow();
    assertThat(payload.mediaType()).isEqualTo("application/zip");
    try (var in = store.open(stored.id(), payload.number())) {
      assertThat(in.readAllBytes()).isEqualTo(zip.toByteArray());
    }
  }

  @Test
  void order_tellsWhatTheMessageIs() throws Exception {
    var order = new Order();
    portal.send(Soap.send(order, "<a/>"));

    var message = stored(order);

    assertThat(message.tenant()).isEqualTo("stadt");
    assertThat(message.entry().account()).isEqualTo("onlinedienst");
    assertThat(message.traits().author()).isEqualTo("gae:1");
    assertThat(message.traits().reader()).isEqualTo("ags:1");
    assertThat(message.traits().service()).isEqualTo("urn:example:dienst");
    assertThat(message.traits().messageType()).isEqualTo("0100");
  }

  @Test
  void mimeParts_areStoredInTheOrderOfTheBody() throws Exception {
    var order = new Order();
    var large = new byte[700_000];
    new Random(1).nextBytes(large);

    // the parts come in another order than the body refers to them
    var answer =
        portal.send(
            Soap.call(Soap.XTA + "SendMessage")
                .header(order.xml())
                .body(
                    Soap.container(
                        """
                        <x:Message contentType="text/xml"><i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:m%40test"/></x:Message>
                        <x:Attachment contentType="a/b"><i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:a1"/></x:Attachment>
                        <x:Attachment contentType="c/d"><i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:a2"/></x:Attachment>\
                        """))
                .part("a2", large)
                .part("m@test", "<a/>".getBytes(StandardCharsets.UTF_8))
                .part("a1", "eins".getBytes(StandardCharsets.UTF_8)));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    var message = stored(order);
    assertThat(text(message, message.payload().orElseThrow())).isEqualTo("<a/>");
    assertThat(text(message, message.attachments().get(0))).isEqualTo("eins");
    assertThat(octets(message, message.attachments().get(1))).isEqualTo(large);
    assertThat(message.attachments()).extracting(Part::mediaType).containsExactly("a/b", "c/d");
  }

  @Test
  void encryptedContainer_isKeptUnopenedAndTheTimelineSaysNotChecked() throws Exception {
    var order = new Order();
    var sealed =
        """
        <e:EncryptedData xmlns:e="http://www.w3.org/2001/04/xmlenc#" Type="http://www.w3.org/2001/04/xmlenc#Element"><e:CipherData><e:CipherValue>AAECAw==</e:CipherValue></e:CipherData></e:EncryptedData>\
        """;

    var answer =
        portal.send(
            Soap.call(Soap.XTA + "SendMessage")
                .header(order.xml())
                .body(
                    "<x:GenericContentContainer xmlns:x=\"http://xoev.de/transport/xta/211\">"
                        + sealed
                        + "</x:GenericContentContainer>"));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    var message = stored(order);
    assertThat(text(message, message.payload().orElseThrow())).isEqualTo(sealed);
    assertThat(store.timeline(message.id()))
        .extracting(TimelineEntry::event)
        .contains(TimelineEvent.NOT_CHECKED);
  }

  @Test
  void cipherTextThatWasMovedIntoAPart_comesBackIntoTheElement() throws Exception {
    var order = new Order();

    var answer =
        portal.send(
            Soap.call(Soap.XTA + "SendMessage")
                .header(order.xml())
                .body(
                    """
                    <x:GenericContentContainer xmlns:x="http://xoev.de/transport/xta/211"><e:EncryptedData xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:CipherData><e:CipherValue><i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:c"/></e:CipherValue></e:CipherData></e:EncryptedData></x:GenericContentContainer>\
                    """)
                .part("c", new byte[] {0, 1, 2, 3}));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    var message = stored(order);
    assertThat(text(message, message.payload().orElseThrow())).contains(">AAECAw==</");
  }

  @Test
  void whatPeopleWrote_isSealedWithTheMessageAndStandsInNoTable() throws Exception {
    var order = new Order().subject("Betreff mit Namen");
    portal.send(Soap.send(order, "<a/>"));

    var message = stored(order);

    var header =
        message.parts().stream()
            .filter(it -> it.role() == PartRole.HEADER)
            .findFirst()
            .orElseThrow();
    assertThat(text(message, header)).contains("Betreff mit Namen");
    assertThat(message.toString()).doesNotContain("Betreff mit Namen");
  }

  @Test
  void messageId_isTakenOnceAndTheFirstResultStands() throws Exception {
    var order = new Order();
    portal.send(Soap.send(order, "<erste/>"));

    var same = portal.send(Soap.send(order, "<erste/>"));
    var other = portal.send(Soap.send(order.id(order.id().toUpperCase(Locale.ROOT)), "<b/>"));

    assertThat(same.fault()).isEqualTo("ParameterIsNotValidException 9024");
    assertThat(other.fault()).isEqualTo("ParameterIsNotValidException 9024");
    var message = stored(order);
    assertThat(text(message, message.payload().orElseThrow())).isEqualTo("<erste/>");
  }

  @Test
  void messageIdInOtherLetters_isTheSame() throws Exception {
    var order = new Order();
    portal.send(Soap.send(order, "<a/>"));

    var again = new Order().id(order.id().toUpperCase(java.util.Locale.ROOT));

    assertThat(portal.send(Soap.send(again, "<a/>")).fault())
        .isEqualTo("ParameterIsNotValidException 9024");
  }

  @Test
  void otherContentUnderAKnownXoevUuid_isRefusedForGoodAndNamesBothReceipts() throws Exception {
    var payload = XdemoSamples.message(UUID.randomUUID());
    var order = new Order();
    portal.send(Soap.send(order, payload));

    var answer = portal.send(Soap.send(new Order(), payload + "<!-- altered -->"));

    assertThat(answer.fault()).isEqualTo("ParameterIsNotValidException 9022");
    assertThat(answer.value("Text"))
        .contains("AB-1021", stored(order).id().toString(), "this one,", "SHA-256");
  }

  @Test
  void sameXoevMessageUnderANewId_isTakenAsTheFirst() throws Exception {
    var payload = XdemoSamples.message(UUID.randomUUID());
    var first = new Order();
    portal.send(Soap.send(first, payload));
    var second = new Order();

    var answer = portal.send(Soap.send(second, payload));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(stored(second).id()).isEqualTo(stored(first).id());
    assertThat(messages.find(stored(first).id()).orElseThrow().xtaId()).isEqualTo(first.id());
    assertThat(portal.send(Soap.send(second, payload)).fault())
        .isEqualTo("ParameterIsNotValidException 9024");
  }

  @Test
  void receiver_isToldThatItIsATestAndHowLongItIsOfUse() throws Exception {
    var order = new Order().obsoleteAfter("2099-12-31");
    portal.send(Soap.send(order, "<a/>"));

    assertThat(About.of(stored(order), correlations))
        .containsEntry("test", "true")
        .containsEntry("obsoleteAfter", "2099-12-31");
  }

  @Test
  void idThatTheServerGaveAMessage_isNotFree() throws Exception {
    var order = new Order();
    portal.send(Soap.send(order, "<a/>"));
    var made = "urn:de:xta:messageid:test:" + stored(order).id();

    assertThat(portal.send(Soap.send(new Order().id(made), "<b/>")).fault())
        .isEqualTo("ParameterIsNotValidException 9024");
  }

  @Test
  void messageWithNotBefore_waitsForItsTime() throws Exception {
    var order = new Order().notBefore("2099-01-01T00:00:00Z");
    portal.send(Soap.send(order, "<a/>"));

    assertThat(
            gateway
                .getBean(org.springframework.jdbc.core.JdbcTemplate.class)
                .queryForObject(
                    "select execution_time from scheduled_tasks where task_instance = ?",
                    java.time.OffsetDateTime.class,
                    stored(order).id().toString())
                .toInstant())
        .isEqualTo("2099-01-01T00:00:00Z");
  }

  @Test
  void synchronousCall_isToldThatOnlyAsynchronousIsOffered() throws Exception {
    var answer =
        portal.send(
            Soap.send(new Order(), "<a/>")
                .action(Soap.XTA + "SendMessageSync")
                .contentTypeAction(Soap.XTA + "SendMessageSync"));

    assertThat(answer.fault()).isEqualTo("SyncAsyncException 9080");
  }

  private Message stored(Order order) {
    var account = new XtaAccount("onlinedienst", "stadt", Set.of(), Set.of());
    return store.get(messages.find(account, order.id()).orElseThrow().id());
  }

  private String text(Message message, Part part) {
    return new String(octets(message, part), StandardCharsets.UTF_8);
  }

  private byte[] octets(Message message, Part part) {
    try (var content = store.open(message.id(), part.number())) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
