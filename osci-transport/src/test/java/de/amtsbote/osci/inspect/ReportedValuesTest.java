package de.amtsbote.osci.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.ProcessCard;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.model.Timestamp;
import de.amtsbote.osci.testing.Inspected;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.testpki.TestKeys;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

/** Values with parts are objects in the report, never the text of a Java object. */
class ReportedValuesTest {

  private static Map<String, Object> json(OutgoingMessage message) throws IOException {
    return Inspected.json(
        Inspected.octets(message, OrderSecurity.NONE),
        Inspected.OPTIONS.keys(List.of(Parties.ADDRESSEE_CIPHER)));
  }

  private static OutgoingMessage sample(MessageType type) {
    return Samples.all().stream().filter(m -> m.type() == type).findFirst().orElseThrow();
  }

  private static String sha256(byte[] octets) {
    return HexFormat.of().formatHex(CryptoProviders.digest(DigestAlgorithm.SHA256).digest(octets));
  }

  @Test
  void chunk_isToldWithItsHash() throws IOException {
    assertThat(json(sample(MessageType.PARTIAL_STORE_DELIVERY)).get("chunk"))
        .isEqualTo(
            Map.of(
                "number",
                1,
                "of",
                7,
                "size",
                4,
                "totalSize",
                28,
                "sha256",
                sha256(Samples.ATTACHMENT)));
  }

  @Test
  void chunkThatIsAskedFor_isToldWithThoseReceived() throws IOException {
    assertThat(json(sample(MessageType.PARTIAL_FETCH_DELIVERY)).get("chunk"))
        .isEqualTo(Map.of("number", 2, "size", 4, "received", List.of(1)));
  }

  @Test
  void provedTime_isToldByItsStamp() throws IOException {
    var stamp = new Timestamp.Cryptographic("urn:example:stamp", Samples.octets(300));
    var card = new ProcessCard(Samples.TIME, stamp, null, null, null);
    var answer =
        OutgoingMessage.of(
                MessageType.RESPONSE_TO_FETCH_PROCESS_CARD,
                new ControlBlock("4711", 3L, "cg==", "Y2g="))
            .order(
                Order.builder()
                    .feedback(Feedback.of(FeedbackCode.EXECUTED_DIALOG_OPEN))
                    .selection(SelectionRule.byId(Samples.ID))
                    .processCards(List.of(new ProcessCardBundle(Samples.ID, card, List.of())))
                    .build())
            .certificates(Parties.intermediary())
            .build();

    assertThat(json(answer).get("processCards"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .first()
        .extracting("creation")
        .isEqualTo(
            Map.of(
                "algorithm",
                "urn:example:stamp",
                "octets",
                300,
                "sha256",
                sha256(Samples.octets(300))));
  }

  @Test
  void feedbackOfTheOrderInside_isToldBesideThatOfItsChunk() throws IOException {
    assertThat(json(sample(MessageType.RESPONSE_TO_PARTIAL_STORE_DELIVERY)))
        .containsEntry("feedbackCodes", List.of("3950"))
        .containsEntry("insideFeedbackCodes", List.of("0800"))
        .containsKey("insideFeedback");
  }

  @Test
  void passiveRecipient_isToldByHisAddress() throws IOException {
    assertThat(json(sample(MessageType.FORWARD_DELIVERY)))
        .containsEntry("contentReceiver", "http://localhost:1/a?b=c&d");
  }

  @Test
  void idOfTheAnswer_isTold() throws IOException {
    assertThat(json(sample(MessageType.PROCESS_DELIVERY)).get("messageIdResponse"))
        .isEqualTo(Samples.ID.value());
  }

  @Test
  void wishesAbilitiesAndForeignBlocks_areTold() throws IOException {
    var report = json(Samples.store());

    assertThat(report)
        .containsEntry("languages", List.of("de"))
        .containsEntry("qualityOfTimestamp", Map.of("creation", "plain", "reception", "plain"));
    assertThat(((Map<?, ?>) report.get("features")).get("supported"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("Support96Bit12ByteIV", "1.9.0");
    assertThat(report.get("headers"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .first()
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("id", "MetaData")
        .containsEntry("namespace", "urn:example:meta")
        .containsEntry("name", "MetaData");
  }

  @Test
  void certificatesThatTheIntermediaryChecked_areToldWithTheResult() throws IOException {
    var card =
        (Map<?, ?>)
            ((List<?>) json(sample(MessageType.ACCEPT_DELIVERY)).get("processCards")).get(0);

    assertThat(card.get("inspections")).isEqualTo(2);
    assertThat(card.get("inspectionReport"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .first()
        .isEqualTo(
            Map.of(
                "time",
                "2026-11-23T10:00:00.123+01:00",
                "subject",
                "CN=Ä,O=B",
                "issuer",
                "CN=CA",
                "serial",
                "12345678901",
                "certType",
                "advanced",
                "mathResult",
                "ok",
                "offlineResult",
                "valid"));
  }

  @Test
  void certificateOutsideItsValidity_isToldEvenIfNobodySignedWithIt() throws IOException {
    var today = Inspected.OPTIONS.keys(List.of(Parties.ADDRESSEE_CIPHER));
    var octets = Inspected.octets(Samples.store(), OrderSecurity.NONE);

    assertThat(findings(octets, today)).containsOnly(List.of());
    assertThat(findings(octets, InspectOptions.at(Instant.parse("2126-11-23T09:00:00Z"))))
        .containsOnly(List.of("EXPIRED"));
  }

  @Test
  void serialBelowNothing_isToldAsItIs() throws Exception {
    var keys = TestKeys.rsa();
    var name = new X500Name("CN=negative");
    var certificate =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.valueOf(-4711),
            new Date(1_577_836_800_000L),
            new Date(2_398_291_200_000L),
            name,
            keys.getPublic());
    var signer =
        SoftwareKeys.of(
            keys.getPrivate(),
            new JcaX509CertificateConverter()
                .getCertificate(
                    certificate.build(
                        new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()))));
    var signed =
        OutgoingMessage.of(MessageType.GET_MESSAGE_ID, ControlBlock.implicit("Y2g="))
            .certificates(
                RoleCertificates.builder()
                    .add(Role.ORIGINATOR, Usage.SIGNATURE, signer.certificate())
                    .build())
            .build();
    var report =
        Inspected.json(
            Inspected.octets(signed, new OrderSecurity(signer, null)), Inspected.OPTIONS);
    assertThat(report).containsEntry("verdict", "accept");
    assertThat(report.get("certificates"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .first()
        .extracting("serial")
        .isEqualTo("-4711");
  }

  private static List<Object> findings(byte[] octets, InspectOptions options) throws IOException {
    var certificates = (List<?>) Inspected.json(octets, options).get("certificates");
    return certificates.stream().map(it -> (Object) ((Map<?, ?>) it).get("findings")).toList();
  }
}
