package de.amtsbote.osci.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.SignatureFacts;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Shared;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message of the public conformance set is read as its description says. */
class VectorTest {

  static List<String> valid() {
    return Shared.vectorNames("accept");
  }

  static List<String> damaged() {
    return Shared.vectorNames("reject");
  }

  @ParameterizedTest
  @MethodSource("valid")
  void vector_isReadAsDescribed(String name) throws Exception {
    assumeFalse(name.equals(Shared.ABSENT), Shared.ABSENT);
    Map<String, Object> meta = Shared.meta(name);
    List<SoftwareKeys> keys = Shared.cipherKeyFiles().stream().map(Shared::key).toList();

    try (IncomingMessage message = read(name, keys)) {
      assertThat(message.type().elementName()).isEqualTo(meta.get("messageType"));
      assertTransport(message, meta);
      if (meta.containsKey("controlBlock")) {
        assertThat(VectorFacts.control(message.control())).isEqualTo(meta.get("controlBlock"));
      }
      assertOrderSignature(message, meta);
      assertOrder(message.order(), meta);
      assertContent(message.open(keys), meta);
    }
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void damagedVector_isRefusedAtItsLayer(String name) throws Exception {
    assumeFalse(name.equals(Shared.ABSENT), Shared.ABSENT);
    Map<String, Object> meta = Shared.meta(name);
    Object only = meta.getOrDefault("readerKeyUnderTest", meta.get("receiverKeyUnderTest"));
    List<String> files = only == null ? Shared.cipherKeyFiles() : List.of((String) only);
    List<SoftwareKeys> keys = files.stream().map(Shared::key).toList();

    OsciException refusal =
        catchThrowableOfType(
            OsciException.class,
            () -> {
              try (IncomingMessage message = read(name, keys)) {
                message.open(keys);
              }
            });

    assertThat(refusal.error().layer().label()).isEqualTo(meta.get("rejectLayer"));
    if (meta.containsKey("feedbackCode")) {
      assertThat(refusal.error().feedback().orElseThrow().code())
          .isEqualTo(meta.get("feedbackCode"));
    }
  }

  private static IncomingMessage read(String name, List<? extends KeyOperations> keys)
      throws IOException {
    MessageReader reader =
        new MessageReader(
            Spool.temporary(), AlgorithmPolicy.legacyPartner(), ReadLimits.DEFAULT, keys);
    try (InputStream in = Files.newInputStream(Shared.vectorFile(name + "/message.bin"))) {
      return reader.read(in, Expectations.NONE);
    }
  }

  private static void assertTransport(IncomingMessage message, Map<String, Object> meta) {
    Map<String, Object> expected = map(meta.get("transportEncryption"));
    assertThat(message.transport().isPresent()).isEqualTo(expected != null);
    if (expected != null) {
      Map<String, Object> facts = VectorFacts.encryption(message.transport().orElseThrow());
      SoftwareKeys key = Shared.key((String) expected.remove("decryptKeyFile"));
      assertThat(facts).isEqualTo(expected);
      assertThat(message.transport().orElseThrow().reader()).isEqualTo(key.certificate());
    }
  }

  private static void assertOrderSignature(IncomingMessage message, Map<String, Object> meta) {
    Map<String, Object> expected = map(meta.get("orderSignature"));
    assertThat(message.orderSignature().isPresent()).isEqualTo(expected != null);
    if (expected == null) {
      return;
    }
    SignatureFacts facts = message.orderSignature().orElseThrow();
    assertThat(facts.algorithm().uri()).isEqualTo(expected.get("signatureMethod"));
    assertThat(facts.digests())
        .extracting(d -> d.uri())
        .containsOnly((String) expected.get("digestMethod"));
    assertThat(facts.signer().id()).isEqualTo(expected.get("signerCertificateId"));
    assertThat(facts.signer().certificate())
        .isEqualTo(Shared.key((String) expected.get("signerKeyFile")).certificate());
    assertThat(facts.references()).isEqualTo(expected.get("references"));
  }

  private static void assertOrder(Order order, Map<String, Object> meta) {
    if (meta.containsKey("messageId") && meta.get("messageId") == null) {
      assertThat(order.messageId()).isNull();
    } else if (meta.containsKey("messageId")) {
      assertThat(order.messageId().complete().value()).isEqualTo(meta.get("messageId"));
    }
    if (meta.containsKey("subject")) {
      assertThat(order.subject()).isEqualTo(meta.get("subject"));
    }
    if (meta.containsKey("feedbackCodes")) {
      assertThat(order.feedback().codes()).isEqualTo(meta.get("feedbackCodes"));
    }
    if (meta.containsKey("faultCode")) {
      assertThat(order.fault().code()).isEqualTo(meta.get("faultCode"));
    }
    if (meta.containsKey("selection")) {
      Map<String, Object> expected = map(meta.get("selection"));
      expected.computeIfPresent("receptionOfDelivery", (k, v) -> VectorFacts.asTime(v));
      expected.computeIfPresent("recentModification", (k, v) -> VectorFacts.asTime(v));
      assertThat(VectorFacts.selection(order)).containsAllEntriesOf(expected);
    }
    if (meta.containsKey("chunk") && order.chunk().total() != null) {
      assertThat(map(meta.get("chunk"))).containsAllEntriesOf(VectorFacts.chunk(order.chunk()));
    }
    if (meta.containsKey("processCards")) {
      assertThat(cards(order)).isEqualTo(expectedCards(meta));
    }
  }

  private static List<Map<String, Object>> cards(Order order) {
    String element = order.replyProcessCard() == null ? "" : "Request";
    List<Map<String, Object>> cards = new ArrayList<>();
    order
        .processCards()
        .forEach(card -> cards.add(VectorFacts.card(element + "ProcessCardBundle", card)));
    Stream.ofNullable(order.replyProcessCard())
        .forEach(card -> cards.add(VectorFacts.card("ReplyProcessCardBundle", card)));
    return cards;
  }

  private static List<Map<String, Object>> expectedCards(Map<String, Object> meta) {
    List<Map<String, Object>> cards = list(meta.get("processCards"));
    for (Map<String, Object> card : cards) {
      for (String time : List.of("recentModification", "creation", "forwarding", "reception")) {
        card.computeIfPresent(time, (name, text) -> VectorFacts.asTime(text));
      }
    }
    return cards;
  }

  private static void assertContent(OpenedContent content, Map<String, Object> meta)
      throws IOException {
    List<OpenedContainer> opened = VectorFacts.all(content);
    for (Map<String, Object> expected : list(meta.getOrDefault("containers", List.of()))) {
      OpenedContainer container =
          opened.stream()
              .filter(candidate -> candidate.id().equals(expected.get("refId")))
              .findFirst()
              .orElseThrow();
      List<Map<String, Object>> contents = list(expected.get("contents"));
      contents.forEach(item -> item.remove("plainFile"));
      List<Map<String, Object>> facts = VectorFacts.contents(container);
      assertThat(facts).hasSameSizeAs(contents);
      for (int i = 0; i < contents.size(); i++) {
        assertThat(facts.get(i)).containsAllEntriesOf(contents.get(i));
      }
      assertSignatures(container, list(expected.getOrDefault("signatures", List.of())));
      Map<String, Object> encryption = map(expected.get("encryption"));
      assertThat(container.encryptedWith().isPresent()).isEqualTo(encryption != null);
      if (encryption != null) {
        encryption.remove("readers");
        assertThat(VectorFacts.encryption(container.encryption())).isEqualTo(encryption);
      }
    }
  }

  private static void assertSignatures(
      OpenedContainer container, List<Map<String, Object>> expected) {
    assertThat(container.signatures()).hasSameSizeAs(expected);
    for (Map<String, Object> wanted : expected) {
      assertThat(container.signatures())
          .anySatisfy(
              facts -> {
                assertThat(facts.signer().certificate())
                    .isEqualTo(Shared.key((String) wanted.get("keyFile")).certificate());
                assertThat(VectorFacts.role(facts)).isEqualTo(wanted.get("role"));
                assertThat(facts.algorithm().uri()).isEqualTo(wanted.get("signatureMethod"));
                assertThat(new TreeSet<>(facts.digests().stream().map(d -> d.uri()).toList()))
                    .containsOnly((String) wanted.get("digestMethod"));
                if (wanted.containsKey("signingTime")) {
                  assertThat(facts.signingTime())
                      .isEqualTo(VectorFacts.asTime(wanted.get("signingTime")));
                }
              });
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return value == null ? null : new LinkedHashMap<>((Map<String, Object>) value);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object value) {
    List<Map<String, Object>> copy = new ArrayList<>();
    ((List<Map<String, Object>>) value).forEach(entry -> copy.add(new LinkedHashMap<>(entry)));
    return copy;
  }
}
