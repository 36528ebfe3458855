package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestClamd;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.XdemoSamples;
import de.amtsbote.xoev.xdemo.XDemo;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Content that is refused at once: against its standard, its service profile, or infected. */
@GatewayTest
class SchemaViolationTest {

  @Autowired ServletWebServerApplicationContext gateway;
  @Autowired PostgresXtaMessages messages;
  private XtaCaller portal;
  private final Order order = new Order();

  @BeforeEach
  void portal() {
    portal = new XtaCaller(gateway, TestXta.PORTAL);
  }

  @Test
  void messageThatBreaksItsSchema_isRefusedWithPlaceAndIncident() throws Exception {
    var answer = portal.send(Soap.send(order, sample("0200/broken-missing.xml")));

    assertThat(answer.fault()).isEqualTo("MessageSchemaViolationException 9050");
    assertThat(answer.value("Text")).contains("AB-2005", "/");
    assertThat(isStored()).isFalse();
  }

  @Test
  void idOfARefusedMessage_isStillFree() throws Exception {
    portal.send(Soap.send(order, sample("0200/broken-missing.xml")));

    assertThat(portal.send(Soap.send(order, XdemoSamples.message(UUID.randomUUID()))).status())
        .isEqualTo(200);
  }

  @Test
  void messageOfNoInstalledStandard_isTakenAsItIs() throws Exception {
    assertThat(portal.send(Soap.send(order, "<unbekannt/>")).status()).isEqualTo(200);
  }

  @Test
  void infectedMessage_isRefused() throws Exception {
    var answer = portal.send(Soap.send(order, "<a>" + TestClamd.SIGNATURE + "</a>"));

    assertThat(answer.fault()).isEqualTo("MessageVirusDetectionException 9060");
    assertThat(answer.value("Text")).contains("AB-1041");
    assertThat(isStored()).isFalse();
  }

  @Test
  void infectedAttachment_isRefused() throws Exception {
    assertThat(portal.send(Soap.send(order, "<a/>", "harmlos", TestClamd.SIGNATURE)).fault())
        .isEqualTo("MessageVirusDetectionException 9060");
    assertThat(isStored()).isFalse();
  }

  @Test
  void messageAsItIsAgreed_isTaken() throws Exception {
    assertThat(portal.send(Soap.send(strict(), "<a/>")).status()).isEqualTo(200);
  }

  @Test
  void moreAttachmentsThanAgreed_violateTheServiceProfile() throws Exception {
    assertThat(portal.send(named("text/plain", "text/plain")).fault())
        .isEqualTo("MessageSchemaViolationException 9052");
    assertThat(isStored()).isFalse();
  }

  @Test
  void attachmentOfAnotherType_violatesTheServiceProfile() throws Exception {
    assertThat(portal.send(named("image/png")).fault())
        .isEqualTo("MessageSchemaViolationException 9052");
  }

  @Test
  void attachmentAsItIsAgreed_isTaken() throws Exception {
    assertThat(portal.send(named("text/plain; charset=utf-8")).status()).isEqualTo(200);
  }

  @Test
  void typeOfAnAttachment_isAgreedInUpperCaseToo() throws Exception {
    assertThat(portal.send(named("Text/PLAIN; charset=utf-8")).status()).isEqualTo(200);
  }

  @Test
  void partWithoutFileName_violatesTheServiceProfile() throws Exception {
    assertThat(portal.send(Soap.send(strict(), "<a/>", "Anlage")).fault())
        .isEqualTo("MessageSchemaViolationException 9052");
  }

  @Test
  void contentLargerThanAgreed_violatesTheServiceProfile() throws Exception {
    assertThat(portal.send(Soap.send(strict(), "<a>" + "x".repeat(1000) + "</a>")).fault())
        .isEqualTo("MessageSchemaViolationException 9052");
  }

  @ParameterizedTest
  @CsvSource({"urn:example:profil, urn:example:anderes", "<code>0100</code>, <code>0300</code>"})
  void orderThatIsNotAsAgreed_violatesTheServiceProfile(String agreed, String other)
      throws Exception {
    var xml = strict().xml().replace(agreed, other);

    var answer =
        portal.send(
            Soap.call(Soap.XTA + "SendMessage")
                .header(xml)
                .body(
                    Soap.container(
                        "<x:Message contentType=\"text/xml\" filename=\"a.xml\">PGEvPg==</x:Message>")));

    assertThat(answer.fault()).isEqualTo("MessageSchemaViolationException 9052");
  }

  private Soap named(String... types) {
    var content =
        new StringBuilder(
            "<x:Message contentType=\"text/xml\" filename=\"a.xml\">PGEvPg==</x:Message>");
    for (var type : types) {
      content.append(
          "<x:Attachment contentType=\"%s\" filename=\"b\">AAAA</x:Attachment>".formatted(type));
    }
    return Soap.call(Soap.XTA + "SendMessage")
        .header(strict().xml())
        .body(Soap.container(content.toString()));
  }

  private Order strict() {
    return order.service("urn:example:streng");
  }

  private boolean isStored() {
    var account = new XtaAccount("onlinedienst", "stadt", Set.of(), Set.of());
    return messages.find(account, order.id()).isPresent();
  }

  private static String sample(String name) throws Exception {
    try (var in = XDemo.sample("1.0", name).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replaceFirst("<nachrichtenUUID>[^<]*", "<nachrichtenUUID>" + UUID.randomUUID());
    }
  }
}
