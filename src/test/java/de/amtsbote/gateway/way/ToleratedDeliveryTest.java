package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.AlgorithmPolicy.Written;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.KeyTransport;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.model.MessageId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is tolerated or cannot be checked in a delivery stands in the timeline of its message. */
class ToleratedDeliveryTest {

  static final AlgorithmPolicy OLD =
      AlgorithmPolicy.legacyPartner()
          .writing(
              new Written(
                  DigestAlgorithm.SHA256,
                  SignatureAlgorithm.RSA_SHA256,
                  CipherAlgorithm.TRIPLE_DES_CBC,
                  12,
                  KeyTransport.RSA_1_5));

  private final Town town = Town.shared();

  private byte[] payload() throws Exception {
    return Samples.xdemo("0200/minimal.xml");
  }

  private String messageOf(String key) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                town
                    .jdbc()
                    .queryForList(
                        "select message_id::text from idempotency where key = ?", String.class, key)
                    .stream()
                    .findFirst()
                    .orElse(null),
            found -> found != null);
  }

  private List<String> timeline(MessageId id, String event) {
    return town.jdbc()
        .queryForList(
            "select details::text from timeline where message_id = ?::uuid and event = ?",
            String.class,
            messageOf(id.value()),
            event);
  }

  @Test
  void oldAlgorithmsOfAPartnerWhoNeedsThem_standInTheTimeline() throws Exception {
    var id =
        new Letter(town, "altverfahren", "gewerbeamt")
            .contentIn(OLD)
            .forOffice("DATA", "MESSAGE", payload())
            .send();

    assertThat(timeline(id, "OLD_ALGORITHMS"))
        .singleElement()
        .asString()
        .contains("rsa-1_5 tripledes-cbc")
        .contains("legacy");
  }

  @Test
  void oldAlgorithmsOfAnybodyElse_areRefused() throws Exception {
    var id =
        new Letter(town, "portal", "gewerbeamt")
            .contentIn(OLD)
            .forOffice("DATA", "MESSAGE", payload())
            .send();

    var message = messageOf("closed " + id.value());
    assertThat(
            town.jdbc()
                .queryForObject(
                    "select reason_code from message where id = ?::uuid", String.class, message))
        .isEqualTo("OSCI_CONTENT_INVALID");
  }

  @Test
  void newAlgorithms_leaveNoTraceInTheTimeline() throws Exception {
    var id =
        new Letter(town, "altverfahren", "gewerbeamt")
            .forOffice("DATA", "MESSAGE", payload())
            .send();

    assertThat(timeline(id, "OLD_ALGORITHMS")).isEmpty();
    assertThat(timeline(id, "NOT_CHECKED")).isEmpty();
  }

  @Test
  void containerForSomebodyElse_goesOnUnopenedAndUnchecked() throws Exception {
    var id =
        new Letter(town, "portal", "gewerbeamt")
            .forOffice("DATA", "MESSAGE", payload())
            .forSomebodyElse("SEALED", "bauamt", new byte[] {1, 2, 3})
            .send();

    assertThat(timeline(id, "NOT_CHECKED"))
        .singleElement()
        .asString()
        .contains("encryptedForOthers");
    assertThat(
            town.jdbc()
                .queryForList(
                    "select name from part where message_id = ?::uuid order by number",
                    String.class,
                    messageOf(id.value())))
        .contains("encrypted-enc-SEALED.xml");
  }
}
