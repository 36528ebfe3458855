package de.amtsbote.osci.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Shared;
import de.amtsbote.osci.trust.TrustMaterial;
import java.io.IOException;
import java.nio.file.Files;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Every recorded message is reported in the words of its description. */
class InspectVectorsTest {

  private static final Instant AT = Instant.parse("2026-11-23T09:00:00Z");

  static List<String> vectors() {
    return Shared.vectorNames();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void report_saysWhatTheDescriptionSays(String name) throws Exception {
    assumeFalse(name.equals(Shared.ABSENT), Shared.ABSENT);
    var meta = Shared.meta(name);

    var tree = inspect(name, meta);

    assertThat(tree).containsEntry("verdict", meta.get("expected"));
    assertThat(tree.get("rejectLayer")).isEqualTo(meta.get("rejectLayer"));
    if ("reject".equals(meta.get("expected"))) {
      assertThat(tree.get("rejectReason")).isNotNull();
      assertThat(tree.get("feedbackCode")).isEqualTo(meta.get("feedbackCode"));
    }
    if (!"transport-decryption".equals(meta.get("rejectLayer"))) {
      assertThat(tree.get("messageType")).isEqualTo(meta.get("messageType"));
    }
    for (var field :
        List.of(
            "transportEncryption",
            "orderSignature",
            "controlBlock",
            "messageId",
            "subject",
            "selection",
            "chunk",
            "faultCode",
            "feedbackCodes",
            "processCards")) {
      if (meta.containsKey(field)) {
        assertThat(subset(tree.get(field), meta.get(field))).isEqualTo(meta.get(field));
      }
    }
    if (meta.containsKey("containers")) {
      assertThat(subset(tree.get("containers"), meta.get("containers")))
          .isEqualTo(meta.get("containers"));
    }
  }

  /** Whoever does not know which key a message needs gives all he has. */
  @ParameterizedTest
  @MethodSource("vectors")
  void everyKeyThereIs_leadsToTheSameVerdict(String name) throws Exception {
    assumeFalse(name.equals(Shared.ABSENT), Shared.ABSENT);
    var meta = Shared.meta(name);
    assumeFalse(
        meta.containsKey("readerKeyUnderTest") || meta.containsKey("receiverKeyUnderTest"),
        "it is the wrong key that the message is about");
    var options =
        InspectOptions.at(AT)
            .keys(everyKey())
            .trust(TrustMaterial.of(Set.of(anchor())))
            .policy(AlgorithmPolicy.legacyPartner());

    try (var in = Files.newInputStream(Shared.vectorFile(name + "/message.bin"))) {
      var tree = new MessageInspector(options, Spool.temporary()).inspect(in).tree();

      assertThat(tree)
          .containsEntry("verdict", meta.get("expected"))
          .containsEntry("rejectLayer", meta.get("rejectLayer"));
    }
  }

  private static List<KeyOperations> everyKey() throws IOException {
    try (var files = Files.list(Shared.vectorFile("keys"))) {
      var keys = new ArrayList<KeyOperations>();
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".p12"))
          .sorted()
          .forEach(file -> keys.add(Shared.key("keys/" + file)));
      return keys;
    }
  }

  private static Map<String, Object> inspect(String name, Map<String, Object> meta)
      throws Exception {
    var options =
        InspectOptions.at(AT)
            .keys(keys(meta))
            .trust(TrustMaterial.of(Set.of(anchor())))
            .policy(
                meta.toString().contains("tripledes-cbc") || meta.toString().contains("rsa-1_5")
                    ? AlgorithmPolicy.legacyPartner()
                    : AlgorithmPolicy.standard());
    try (var in = Files.newInputStream(Shared.vectorFile(name + "/message.bin"))) {
      var report = new MessageInspector(options, Spool.temporary()).inspect(in);
      assertThat(report.toText()).isNotBlank();
      return new Yaml().load(report.toJson());
    }
  }

  /** The keys that the description names, taken out of it on the way. */
  private static List<KeyOperations> keys(Map<String, Object> meta) {
    var files = new LinkedHashSet<String>();
    takeKeys(meta, files);
    if (files.isEmpty() || "reject".equals(meta.get("expected"))) {
      files.addAll(List.of("keys/im_enc_3072.p12", "keys/bob_enc_3072.p12"));
    }
    for (var only : List.of("readerKeyUnderTest", "receiverKeyUnderTest")) {
      if (meta.containsKey(only)) {
        files.retainAll(Set.of((String) meta.get(only)));
        files.add((String) meta.get(only));
      }
    }
    var keys = new ArrayList<KeyOperations>();
    files.forEach(file -> keys.add(Shared.key(file)));
    return keys;
  }

  private static void takeKeys(Object node, Set<String> files) {
    if (node instanceof Map<?, ?> map) {
      for (var entry : List.copyOf(new LinkedHashMap<>(map).entrySet())) {
        var key = entry.getKey().toString();
        if (key.equals("decryptKeyFile") || key.equals("keyFile")) {
          if (entry.getValue().toString().contains("_enc_")) {
            files.add(entry.getValue().toString());
          }
        } else {
          takeKeys(entry.getValue(), files);
        }
      }
      map.keySet()
          .removeIf(
              key ->
                  Set.of(
                          "decryptKeyFile",
                          "keyFile",
                          "signerKeyFile",
                          "plainFile",
                          "source",
                          "contentId")
                      .contains(key.toString()));
    } else if (node instanceof List<?> list) {
      list.forEach(value -> takeKeys(value, files));
    }
  }

  /** Only what the description speaks of; a report may say more. */
  private static Object subset(Object actual, Object expected) {
    if (actual instanceof Map<?, ?> map && expected instanceof Map<?, ?> wanted) {
      var kept = new LinkedHashMap<Object, Object>();
      wanted.forEach(
          (key, value) -> {
            if (map.containsKey(key)) {
              kept.put(key, subset(map.get(key), value));
            }
          });
      return kept;
    }
    if (actual instanceof List<?> list && expected instanceof List<?> wanted) {
      var kept = new ArrayList<Object>();
      for (int i = 0; i < list.size(); i++) {
        kept.add(i < wanted.size() ? subset(list.get(i), wanted.get(i)) : list.get(i));
      }
      return kept;
    }
    return actual;
  }

  private static X509Certificate anchor() throws Exception {
    try (var in = Files.newInputStream(Shared.vectorFile("keys/ca.cer"))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
