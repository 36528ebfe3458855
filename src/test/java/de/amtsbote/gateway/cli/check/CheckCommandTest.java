package de.amtsbote.gateway.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CheckCommandTest {

  private static final String SETTINGS =
      """
      amtsbote:
        routes: %s
        standards: %s
        directory: %s
        deliveries:
          fachverfahren-melde: {kind: http, url: "http://localhost:1/"}
          %s: {kind: file, folder: eingang}
        osci:
          identities:
            portal: {key-store: portal.p12}
      """;

  private final StringWriter out = new StringWriter();

  @TempDir Path folder;

  @BeforeEach
  void world() throws IOException {
    XDemo.installInto(folder.resolve("standards"));
    Files.writeString(folder.resolve("directory.yaml"), "partners: {}\n");
  }

  @Test
  void shippedRoutes_needNoSettingThatHasADefault() throws IOException {
    assertThat(check("fachverfahren-gewerbe")).as(out.toString()).isZero();
  }

  @Test
  void missingDelivery_isNamedWithTheFileThatUsesIt() throws IOException {
    assertThat(check("somebody-else")).isEqualTo(1);

    assertThat(out.toString()).containsPattern("gewerbeamt\\.camel\\.yaml:\\d+: error");
  }

  @Test
  void dvdvThatCanBeAsked_isNoFinding() throws IOException {
    assertThat(checkDvdv("servers: [\"http://dvdv.intern/dvdv2-backend\"]", "access: intern"))
        .as(out.toString())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "servers: [\"http://dvdv.example/\"]|access: bundesmaster|token-url belongs to access",
        "servers: [\"http://dvdv.example/\"]|access: standalone|does not begin with https://",
        "servers: [\"https://dvdv.example/\"]|access: intern|amtsbote.dvdv.trust",
        "servers: [\"https://dvdv.example/\"]|batch: 500|batch must be 1 to 200",
        "servers: [\"http://dvdv.intern/\"]|access: somehow|amtsbote.dvdv.access",
        "servers: [\"http://localhost:1/\"]|access: standalone|amtsbote.dvdv.key-store is missing",
        "services: {antrag: {standard: xdemo}}|access: intern|services.antrag.uri is missing",
        "extract: nirgends|access: intern|amtsbote.dvdv.extract",
        "servers: [\"http://dvdv.intern/\"]|version: v9, access: intern|version 'v9' is unknown"
      })
  void dvdvSettingThatIsWrong_isNamedWithItsLine(String first, String second, String problem)
      throws IOException {
    assertThat(checkDvdv(first, second)).isEqualTo(1);

    assertThat(out.toString())
        .containsPattern("application\\.yaml:1[2-4]: error: ")
        .contains(problem);
  }

  @Test
  void demandedCategory_isRefusedWhereNoDvdvIsConfigured() throws IOException {
    assertThat(
            check(
                "fachverfahren-gewerbe",
                "    mailboxes:\n      amt: {author-category: Meldebehörde}\n"))
        .isEqualTo(1);

    assertThat(out.toString())
        .containsPattern("application\\.yaml:1\\d: error: amtsbote\\.osci\\.mailboxes\\.amt");
  }

  @Test
  void sourceOfPartnersThatIsNone_isRefused() throws IOException {
    assertThat(check("fachverfahren-gewerbe", "  directory-order: files, ldap\n")).isEqualTo(1);

    assertThat(out.toString()).contains("amtsbote.directory-order names 'ldap'");
  }

  private int checkDvdv(String first, String second) throws IOException {
    return check(
        "fachverfahren-gewerbe",
        "  dvdv:\n    " + first + "\n    " + second.replace(", ", "\n    ") + "\n");
  }

  @Test
  void deliveryThatCannotWork_isNamedWithItsLine() throws IOException {
    var settings =
        Files.writeString(
            folder.resolve("application.yaml"),
            """
            amtsbote:
              routes: %1$s
              standards: %1$s
              directory: %2$s
              deliveries:
                bauamt: {kind: file, folder: eingang, two-step: true}
                steueramt:
                  kind: sftp
                  url: "sftp://steuer.example"
                  folder: eingang
                  login: {user: amtsbote, password-file: %2$s}
                parkamt: {kind: http, url: "https://park.example/", secret: {file: nowhere}}
                wohnamt: {kind: jms, url: "tcp://broker.example:61616"}
                altamt: {kind: fax}
            """
                .formatted(
                    Files.createDirectory(folder.resolve("empty")),
                    folder.resolve("directory.yaml")));

    var result =
        new CommandLine(new CheckCommand(Clock.systemUTC()))
            .setOut(new PrintWriter(out, true))
            .execute("--config", settings.toString());

    assertThat(result).isEqualTo(1);
    assertThat(out.toString().replace(settings + ":", "").lines())
        .containsExactly(
            "11: error: amtsbote.deliveries.steueramt.login.known-hosts is missing",
            "12: error: amtsbote.deliveries.parkamt.secret.file cannot be read: nowhere",
            "13: error: amtsbote.deliveries.wohnamt.queue is missing; name the queue",
            "14: error: amtsbote.deliveries.altamt.kind cannot be a Kind",
            "4 errors, 0 warnings");
  }

  private int check(String delivery) throws IOException {
    return check(delivery, "");
  }

  private int check(String delivery, String more) throws IOException {
    var settings = folder.resolve("application.yaml");
    Files.writeString(
        settings,
        SETTINGS.formatted(
                Path.of("routes"),
                folder.resolve("standards"),
                folder.resolve("directory.yaml"),
                delivery)
            + more);
    return new CommandLine(new CheckCommand(Clock.systemUTC()))
        .setOut(new PrintWriter(out, true))
        .execute("--config", settings.toString());
  }
}
