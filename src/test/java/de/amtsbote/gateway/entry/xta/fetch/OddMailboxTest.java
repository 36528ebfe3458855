package de.amtsbote.gateway.entry.xta.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestClamd;
import de.amtsbote.gateway.delivery.xta.CannedServer;
import de.amtsbote.gateway.delivery.xta.CannedText;
import de.amtsbote.gateway.delivery.xta.ForeignServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fetching from a mailbox whose server answers in other ways than ours. */
@GatewayTest
class OddMailboxTest {

  private static final String PAYLOAD = base64("<antrag/>");

  @Autowired ApplicationContext gateway;
  @Autowired JdbcTemplate jdbc;
  @TempDir Path folder;
  private final String first = "urn:de:xta:messageid:andere:" + UUID.randomUUID();
  private final String second = "urn:de:xta:messageid:andere:" + UUID.randomUUID();
  private final Set<String> closed = ConcurrentHashMap.newKeySet();
  private boolean lenient;
  private int runs = 1;

  @Test
  void serverThatGivesTheFirstMessageForEachId_losesNone() throws Exception {
    fetch(id -> CannedText.message(first, CannedText.response("r-2"), PAYLOAD));

    assertThat(stored(first)).isTrue();
    assertThat(closed).containsExactly(first);
  }

  @Test
  void serverThatMixesIdsUp_closesNothing() throws Exception {
    fetch(
        id ->
            CannedText.message(
                id.equals(first) ? second : first, CannedText.response("r-2"), PAYLOAD));

    assertThat(stored(first)).isFalse();
    assertThat(stored(second)).isFalse();
    assertThat(closed).isEmpty();
  }

  @Test
  void idInOtherLetters_isTheSame() throws Exception {
    fetch(
        id ->
            CannedText.message(
                id.replace("urn:de", "URN:DE"), CannedText.response("r-2"), PAYLOAD));

    assertThat(closed).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void messageWithoutHeaderOfTheMailbox_isClosedUnderTheRequestOfTheList() throws Exception {
    var requests = fetch(id -> CannedText.message(id, "", PAYLOAD));

    assertThat(closed).containsExactlyInAnyOrder(first, second);
    assertThat(requests)
        .filteredOn(it -> it.contains("MsgBoxCloseRequest "))
        .hasSize(2)
        .allMatch(it -> it.contains("MsgBoxRequestID=\"r-1\""));
  }

  @Test
  void messageThatCannotBeRead_holdsUpNoOther() throws Exception {
    var part = "<i:Include xmlns:i=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:100%\"/>";
    fetch(
        id ->
            CannedText.message(id, CannedText.response("r-2"), id.equals(first) ? part : PAYLOAD));

    assertThat(stored(second)).isTrue();
    assertThat(closed).containsExactly(second);
  }

  @Test
  void messageWithoutBusinessScenario_isTakenFromAServerThatIsTolerated() throws Exception {
    lenient = true;

    fetch(OddMailboxTest::incomplete);

    assertThat(closed).containsExactlyInAnyOrder(first, second);
    assertThat(tolerated(first)).contains("BusinessScenario Service");
  }

  @Test
  void messageWithoutBusinessScenario_isNotTakenFromAnother() throws Exception {
    fetch(OddMailboxTest::incomplete);

    assertThat(closed).isEmpty();
    assertThat(stored(first)).isFalse();
  }

  @Test
  void messageAtWhichTheScannerGoesAwayOnce_holdsUpTheMailbox() throws Exception {
    fetch(this::scannerGoesAwayAtTheFirst);

    assertThat(closed).isEmpty();
  }

  @Test
  void messageAtWhichTheScannerGoesAwayEachTime_holdsUpNoOther() throws Exception {
    runs = 3;

    fetch(this::scannerGoesAwayAtTheFirst);

    assertThat(stored(first)).isFalse();
    assertThat(closed).containsExactly(second);
  }

  private String scannerGoesAwayAtTheFirst(String id) {
    var gone = base64("<a>" + TestClamd.GONE + "</a>");
    return CannedText.message(id, CannedText.response("r-2"), id.equals(first) ? gone : PAYLOAD);
  }

  private static String incomplete(String id) {
    return CannedText.message(id, CannedText.response("r-2"), PAYLOAD)
        .replaceAll("<m:BusinessScenario>.*</m:BusinessScenario>", "")
        .replace("<m:Service>urn:example:dienst</m:Service>", "<m:Service/>");
  }

  private String tolerated(String id) {
    return jdbc.queryForObject(
        "select t.details::text from timeline t join xta_message x on x.message_id = t.message_id"
            + " where x.xta_id = ? and t.event = 'TOLERATED'",
        String.class,
        id);
  }

  /** Empties a mailbox with two messages; gives what the server was asked. */
  private List<String> fetch(UnaryOperator<String> messages) throws Exception {
    try (var server = new CannedServer(it -> CannedServer.soap(answer(it, messages)))) {
      var foreign = new ForeignServer(folder, server.port());
      var remote = (lenient ? foreign.tolerant() : foreign).servers().remote(ForeignServer.NAME);
      TestFetch.run(gateway, ForeignServer.NAME, remote, runs);
      return server.requests();
    }
  }

  private String answer(String request, UnaryOperator<String> messages) {
    if (request.contains("MsgBoxStatusListRequest ")) {
      var open = List.of(first, second).stream().filter(it -> !closed.contains(it)).toList();
      return CannedText.list("r-1", open);
    }
    var id = request.contains(first) ? first : second;
    if (request.contains("MsgBoxCloseRequest ")) {
      closed.add(id);
      return CannedText.envelope("", "");
    }
    return messages.apply(id);
  }

  private boolean stored(String id) {
    return jdbc.queryForObject(
        "select exists (select 1 from xta_message where xta_id = ?)", Boolean.class, id);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
