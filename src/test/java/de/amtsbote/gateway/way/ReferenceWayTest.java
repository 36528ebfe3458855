package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.osci.client.OutgoingDelivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents that refer to a message by its UUID, as answers to it do. */
class ReferenceWayTest {

  private final Town town = Town.shared();
  private final PortalClient portal = town.portal();
  private String question;
  private String uuid;

  @BeforeEach
  void ask() throws Exception {
    var application =
        text(Samples.xdemo("0100/minimal.xml")).replace("mbe:99001001", "fun:99001003");
    uuid = application.replaceAll("(?s).*<nachrichtenUUID>([^<]*).*", "$1");
    question = portal.submit(octets(application), Map.of("service", "fundanzeige"), Map.of());
    await()
        .atMost(SOON)
        .until(() -> portal.message(question).path("xoevUuid").asString("").equals(uuid));
  }

  @Test
  void answerThatTheReaderSigned_isLinked() throws Exception {
    var author = new Author(town);

    var id =
        author.send(
            OutgoingDelivery.to(author.cipherOf("gewerbeamt"))
                .signedBy(Author.keys(town.signers.get("fundamt")))
                .container("DATA")
                .data("MESSAGE", answer()));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(replies())
                    .containsAnyElementsOf(
                        town.jdbc()
                            .queryForList(
                                "select message_id::text from idempotency where key = ?",
                                String.class,
                                id.value())));
  }

  /** Anybody can write another office into a document. */
  @Test
  void documentThatOnlyClaimsToBeFromTheReader_isNotLinked() throws Exception {
    var claimed = portal.submit(answer());

    await()
        .atMost(SOON)
        .until(() -> portal.message(claimed).path("author").asString("").equals("fun:99001003"));
    assertThat(replies()).isEmpty();
    assertThat(portal.message(claimed).path("inReplyTo").isNull()).isTrue();
  }

  private List<String> replies() throws IOException, InterruptedException {
    return portal.message(question).path("replies").valueStream().map(it -> it.asString()).toList();
  }

  private byte[] answer() throws IOException {
    return octets(
        text(Samples.xdemo("0900/full.xml"))
            .replace("mbe:99001001", "fun:99001003")
            .replaceFirst("<referenzUUID>[^<]*", "<referenzUUID>" + uuid));
  }

  private static String text(byte[] octets) {
    return new String(octets, StandardCharsets.UTF_8);
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
