package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.simulator.dvdv.OsciService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalDate;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Would this arrive on that day, and under the identity that its route names? */
class PreflightDayWayTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final LocalDate TODAY = LocalDate.now(Clock.systemUTC());
  private static final LocalDate EVER = TODAY.plusYears(10);
  private static final String ROUTE = "befristet-versand";

  private final Town town = Town.shared();
  private final CamelContext routes = town.gateway().getBean(CamelContext.class);

  @BeforeEach
  void addRoute() throws Exception {
    routes.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("amtsbote:inbox?service=" + Town.LIMITED)
                .routeId(ROUTE)
                .to("osci:store?partner=gewerbeamt&identity=" + Town.LIMITED);
          }
        });
  }

  @AfterEach
  void removeRoute() throws Exception {
    routes.getRouteController().stopRoute(ROUTE);
    routes.removeRoute(ROUTE);
  }

  @Test
  void certificateThatEndsBeforeTheDay_isTold() throws Exception {
    enter("mbe:99001081", LocalDate.of(2020, 1, 1), TODAY.plusDays(100));

    var report = ask("mbe:99001081", "antrag", TODAY.plusDays(101));

    assertThat(report.path("arrives").asBoolean()).as(report.toPrettyString()).isFalse();
    assertThat(check(report, "certificates").path("code").asString()).isEqualTo("AB-4005");
  }

  @Test
  void certificateThatEndsSoonAfterTheDay_isAWarning() throws Exception {
    enter("mbe:99001082", LocalDate.of(2020, 1, 1), TODAY.plusDays(100));

    var today = ask("mbe:99001082", "antrag", TODAY);
    var then = ask("mbe:99001082", "antrag", TODAY.plusDays(90));

    assertThat(check(today, "expiry").path("result").asString()).isEqualTo("passed");
    assertThat(check(then, "expiry").path("code").asString()).isEqualTo("PF-EXPIRES-SOON");
    assertThat(check(then, "certificates").path("result").asString()).isEqualTo("passed");
  }

  @Test
  void certificateThatIsValidOnTheDayOnly_isGoodForThatDay() throws Exception {
    enter("mbe:99001083", TODAY.plusDays(10), EVER);

    var today = ask("mbe:99001083", "antrag", TODAY);
    var then = ask("mbe:99001083", "antrag", TODAY.plusDays(11));

    assertThat(check(today, "certificates").path("code").asString()).isEqualTo("AB-4005");
    assertThat(check(then, "certificates").path("result").asString())
        .as(then.toPrettyString())
        .isEqualTo("passed");
  }

  @Test
  void identityThatTheRouteNames_isTheOneThatIsChecked() throws Exception {
    var day = Town.LIMITED_UNTIL.plusDays(2);

    var limited = ask("gew:99001002", Town.LIMITED, day);
    var usual = ask("gew:99001002", "gewerbe", day);

    assertThat(check(limited, "route").path("detail").asString()).isEqualTo(ROUTE);
    assertThat(check(limited, "certificates").path("code").asString()).isEqualTo("AB-4005");
    assertThat(check(limited, "certificates").path("detail").asString())
        .contains("own identity " + Town.LIMITED);
    assertThat(check(usual, "certificates").path("result").asString())
        .as(usual.toPrettyString())
        .isEqualTo("passed");
  }

  @Test
  void identityThatEndsSoon_isAWarning() throws Exception {
    var report = ask("gew:99001002", Town.LIMITED, Town.LIMITED_UNTIL.minusDays(3));

    assertThat(check(report, "expiry").path("detail").asString()).contains(Town.LIMITED);
    assertThat(report.path("arrives").asBoolean()).as(report.toPrettyString()).isTrue();
  }

  private void enter(String key, LocalDate from, LocalDate until) {
    var reader =
        town.pki.identity(
            town.pki
                .spec("Zeit")
                .usage(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment)
                .valid(from + "T00:00:00Z", until + "T00:00:00Z"));
    var usual = town.dvdv.service("bauamt");
    town.dvdv.content.add(
        key,
        new OsciService(
                usual.uri(),
                usual.organization(),
                usual.intermediary(),
                usual.intermediaryCipher(),
                usual.intermediarySignature(),
                usual.addressee(),
                reader.certificate(),
                usual.container(),
                null,
                null)
            .entry());
  }

  private JsonNode ask(String reader, String service, LocalDate day) throws Exception {
    var question = "{\"reader\":\"%s\",\"service\":\"%s\"}";
    var address = "http://localhost:" + town.port() + "/api/v1/preflight?day=" + day;
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + Town.PORTAL_TOKEN)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(question.formatted(reader, service)))
            .build();
    var answer = HTTP.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static JsonNode check(JsonNode report, String name) {
    for (var check : report.path("checks")) {
      if (check.path("check").asString().equals(name)) {
        return check;
      }
    }
    throw new AssertionError("there is no check " + name + " in " + report);
  }
}
