package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.simulator.dvdv.OsciService;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testpki.TestPki;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Would this arrive? Asked of a running town. */
class PreflightWayTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final List<String> TABLES =
      List.of("message", "part", "transmission", "osci_delivery");

  private final Town town = Town.shared();

  @Test
  void everythingThatSendingNeeds_isChecked() throws Exception {
    var report = ask("{\"reader\":\"mbe:99001001\",\"standard\":\"xdemo\",\"version\":\"1.0\"}");

    assertThat(report.path("arrives").asBoolean()).as(report.toPrettyString()).isTrue();
    assertThat(report.path("partner").asString()).isEqualTo("meldebehoerde");
    assertThat(results(report))
        .isEqualTo(
            "standard passed, content skipped, route passed, entry passed, size skipped,"
                + " certificates passed, expiry passed, intermediary passed, delivery skipped");
  }

  @Test
  void sampleThatIsValid_wouldArrive() throws Exception {
    var report = send(Samples.xdemo("0100/minimal.xml"));

    assertThat(report.path("arrives").asBoolean()).as(report.toPrettyString()).isTrue();
    assertThat(check(report, "content").path("result").asString()).isEqualTo("passed");
    assertThat(check(report, "route").path("detail").asString()).isEqualTo("ummeldung");
    assertThat(check(report, "size").path("result").asString()).isEqualTo("passed");
  }

  @Test
  void nothingIsStoredOrSent() throws Exception {
    var before = counts();

    send(Samples.xdemo("0100/minimal.xml"));
    ask("{\"reader\":\"mbe:99001001\"}");

    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void sampleThatIsNotValid_isToldWithItsFindings() throws Exception {
    var content = check(send(Samples.xdemo("0200/broken-missing.xml")), "content");

    assertThat(content.path("result").asString()).isEqualTo("failed");
    assertThat(content.path("code").asString()).isEqualTo("AB-2005");
    assertThat(content.at("/findings/0/path").asString()).startsWith("/");
    assertThat(content.at("/cause/de").asString()).isNotEqualTo(content.at("/cause/en").asString());
  }

  @Test
  void readerNobodyKnows_isTold() throws Exception {
    var report = ask("{\"reader\":\"mbe:00000000\",\"standard\":\"xdemo\"}");

    assertThat(report.path("arrives").asBoolean()).isFalse();
    assertThat(check(report, "entry").path("code").asString()).isEqualTo("AB-3005");
    assertThat(check(report, "intermediary").path("result").asString()).isEqualTo("skipped");
  }

  /** Its route gives it to a mailbox of this gateway, where nobody needs the directory. */
  @Test
  void readerWhoIsServedHere_needNotStandInTheDirectory() throws Exception {
    var sample =
        new String(Samples.xdemo("0100/minimal.xml"), StandardCharsets.UTF_8)
            .replace("mbe:99001001", "fun:00000000")
            .getBytes(StandardCharsets.UTF_8);

    var report = report(post("application/xml", sample, "", "Amtsbote-Service", "fundanzeige"));
    var id = town.portal().submit(sample, Map.of("service", "fundanzeige"), Map.of());

    assertThat(report.path("arrives").asBoolean()).as(report.toPrettyString()).isTrue();
    assertThat(results(report))
        .isEqualTo(
            "standard passed, content passed, route passed, entry skipped, size passed,"
                + " certificates skipped, expiry skipped, intermediary skipped, delivery passed");
    States.awaitState(town.portal(), id, "SENT");
  }

  @Test
  void standardThatIsNotInstalled_isTold() throws Exception {
    var report = ask("{\"reader\":\"mbe:99001001\",\"standard\":\"xdemo\",\"version\":\"9.9\"}");

    assertThat(check(report, "standard").path("code").asString()).isEqualTo("AB-2003");
  }

  @Test
  void standardThatIsNotYetInForce_isTold() throws Exception {
    var report =
        ask(
            "{\"reader\":\"mbe:99001001\",\"standard\":\"xdemo\",\"version\":\"1.0\"}",
            "?day=1990-01-01");

    assertThat(check(report, "standard").path("code").asString()).isEqualTo("AB-2004");
  }

  @Test
  void messageThatIsTooLargeForItsReader_isTold() throws Exception {
    var report = ask("{\"reader\":\"eng:99000005\",\"size\":1001}");

    assertThat(check(report, "size").path("code").asString()).isEqualTo("AB-3204");
  }

  @Test
  void intermediaryThatIsNotThere_isTold() throws Exception {
    enter("mbe:99001091", town.intermediary().resolve("/nirgends"), cipher("bauamt"));

    assertThat(check(preflight("mbe:99001091"), "intermediary").path("code").asString())
        .startsWith("AB-40");
  }

  @Test
  void manyQuestions_makeOneCallToAnIntermediary() throws Exception {
    try (var silent = new SilentIntermediary()) {
      enter("mbe:99001095", silent.address(), cipher("bauamt"));

      for (var i = 0; i < 5; i++) {
        assertThat(check(preflight("mbe:99001095"), "intermediary").path("code").asString())
            .startsWith("AB-40");
      }

      assertThat(silent.calls()).isOne();
    }
  }

  @Test
  void intermediaryThatIsKnownToBeDown_isNotCalled() throws Exception {
    try (var silent = new SilentIntermediary()) {
      var name = silent.address().getAuthority() + silent.address().getPath();
      enter("mbe:99001096", silent.address(), cipher("bauamt"));
      town.jdbc()
          .update(
              "insert into circuit (destination, state, failures, opens, opened_at, probe_at,"
                  + " last_code, changed_at) values (?, 'OPEN', 9, 1, now(),"
                  + " now() + interval '1 day', 'OSCI_UNREACHABLE', now())",
              "osci:" + name);

      var check = check(preflight("mbe:99001096"), "intermediary");

      assertThat(check.path("result").asString()).isEqualTo("failed");
      assertThat(check.path("detail").asString()).contains("is down");
      assertThat(silent.calls()).isZero();
    } finally {
      // the town is shared, and this one would be down in it for a day
      town.jdbc().update("delete from circuit where last_code = 'OSCI_UNREACHABLE'");
    }
  }

  @Test
  void partnerThatIsPaused_isAWarning() throws Exception {
    town.jdbc()
        .update(
            "insert into pause (tenant, target, reason, actor, paused_at)"
                + " values ('stadt', 'partner:mbe:99001097@antrag', 'test', 'test', now())");
    enter("mbe:99001097", town.intermediary(), cipher("bauamt"));

    var report = preflight("mbe:99001097");

    assertThat(check(report, "entry").path("code").asString()).isEqualTo("PF-PAUSED");
    assertThat(report.path("arrives").asBoolean()).as(report.toPrettyString()).isTrue();
  }

  /** The sample is for another office than the one that is named beside it. */
  @Test
  void headerOfASample_decidesWhoReadsIt() throws Exception {
    var sample = Samples.xdemo("0100/minimal.xml");

    var report = report(post("application/xml", sample, "", "Amtsbote-Reader", "gew:99001002"));
    var id = town.portal().submit(sample, Map.of(), Map.of("Amtsbote-Reader", "gew:99001002"));

    States.awaitState(town.portal(), id, "DELIVERED");
    assertThat(report.path("reader").asString())
        .isEqualTo(town.portal().message(id).path("reader").asString())
        .isEqualTo("mbe:99001001");
  }

  @Test
  void certificateOfAForeignAuthority_isTold() throws Exception {
    var foreign = TestPki.root("Fremde CA").reader("fremd");
    enter("mbe:99001092", town.intermediary(), foreign.certificate());

    assertThat(check(preflight("mbe:99001092"), "certificates").path("code").asString())
        .isEqualTo("AB-4005");
  }

  @Test
  void certificateThatHasExpired_isTold() throws Exception {
    enter("mbe:99001093", town.intermediary(), valid("2020-01-01", "2021-01-01").certificate());

    var report = preflight("mbe:99001093");

    assertThat(check(report, "certificates").path("code").asString()).isEqualTo("AB-4005");
    assertThat(check(report, "expiry").path("code").asString()).isEqualTo("PF-EXPIRES-SOON");
  }

  @Test
  void certificateThatEndsSoon_isAWarning() throws Exception {
    var now = LocalDate.now(Clock.systemUTC());
    var soon = valid("2020-01-01", now.plusDays(10).toString());
    enter("mbe:99001094", town.intermediary(), soon.certificate());

    var report = preflight("mbe:99001094");

    assertThat(report.path("arrives").asBoolean()).as(report.toPrettyString()).isTrue();
    assertThat(check(report, "expiry").path("result").asString()).isEqualTo("warning");
  }

  @Test
  void questionWithAnUnknownField_isRefused() throws Exception {
    assertThat(post("application/json", "{\"reder\":\"x:1\"}".getBytes(), "").body())
        .contains("AB-1007");
  }

  @Test
  void question_needsAToken() throws Exception {
    var request =
        HttpRequest.newBuilder(address(""))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"))
            .build();

    assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
  }

  private X509Certificate cipher(String office) {
    return town.ciphers.get(office).certificate();
  }

  @Test
  void routeThatStoresForAServiceThatAnswersAtOnce_isToldBefore() throws Exception {
    town.dvdv.content.add("mbe:99001089", town.dvdv.dialog("bauamt", town.procedure("/foreign")));

    var entry = check(preflight("mbe:99001089"), "entry");

    assertThat(entry.path("result").asString()).isEqualTo("failed");
    assertThat(entry.path("code").asString()).isEqualTo("AB-3006");
  }

  private TestIdentity valid(String from, String until) {
    return town.pki.identity(
        town.pki
            .spec("Zeit")
            .usage(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment)
            .valid(from + "T00:00:00Z", until + "T00:00:00Z"));
  }

  /** An office in the DVDV, with one thing about it that is not as it should be. */
  private void enter(String key, URI intermediary, X509Certificate reader) {
    var usual = town.dvdv.service("bauamt");
    town.dvdv.content.add(
        key,
        new OsciService(
                usual.uri(),
                usual.organization(),
                intermediary,
                usual.intermediaryCipher(),
                usual.intermediarySignature(),
                usual.addressee(),
                reader,
                usual.container(),
                null,
                null)
            .entry());
  }

  private JsonNode preflight(String reader) throws Exception {
    return ask("{\"reader\":\"%s\",\"standard\":\"xdemo\"}".formatted(reader));
  }

  /** Other tests of this town have come to rest: they wait for what they sent. */
  private List<Long> counts() {
    return TABLES.stream()
        .map(it -> town.jdbc().queryForObject("select count(*) from " + it, Long.class))
        .toList();
  }

  private static JsonNode check(JsonNode report, String name) {
    for (var check : report.path("checks")) {
      if (check.path("check").asString().equals(name)) {
        return check;
      }
    }
    throw new AssertionError("there is no check " + name + " in " + report);
  }

  private static String results(JsonNode report) {
    return report
        .path("checks")
        .valueStream()
        .map(it -> it.path("check").asString() + " " + it.path("result").asString())
        .collect(Collectors.joining(", "));
  }

  private JsonNode ask(String json) throws Exception {
    return ask(json, "");
  }

  private JsonNode ask(String json, String query) throws Exception {
    return report(post("application/json", json.getBytes(StandardCharsets.UTF_8), query));
  }

  private JsonNode send(byte[] message) throws Exception {
    return report(post("application/xml", message, ""));
  }

  private static JsonNode report(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private URI address(String query) {
    return URI.create("http://localhost:" + town.port() + "/api/v1/preflight" + query);
  }

  private HttpResponse<String> post(String type, byte[] body, String query, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address(query))
            .header("Authorization", "Bearer " + Town.PORTAL_TOKEN)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
