package de.amtsbote.gateway.route.check;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.yaml.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteCheckTest {

  private static final RouteWorld WORLD =
      new RouteWorld(
          Set.of("bauamt"),
          Set.of("archiv"),
          Set.of("portal"),
          List.of(
              new KnownStandard("xdemo", "1.0", Map.of("umzug.antrag.0100", "0100")),
              new KnownStandard("xdemo", "1.1", Map.of("umzug.antrag.0100", "0100"))));

  private static final String GOOD =
      """
      - route:
          id: umzug
          from:
            uri: amtsbote:inbox
            parameters:
              standard: xdemo
              messageType: "0100"
            steps:
              - to:
                  uri: xoev:validate
              - to:
                  uri: directory:lookup
              - to:
                  uri: osci:store
                  parameters:
                    partner: bauamt
              - to:
                  uri: delivery:archiv
      """;

  @TempDir private Path folder;

  @Test
  void route_thatIsRight_isNotComplainedAbout() throws IOException {
    write("good", GOOD);

    assertThat(check()).isEmpty();
  }

  static Stream<Arguments> wrongRoutes() {
    return Stream.of(
        Arguments.of("- route: {\n  id: x", 2, "is no YAML"),
        wrong("uri: xoev:validate", "uri: xoev:validatte", 10, "xoev://validatte"),
        wrong(
            "- to:\n            uri: delivery:archiv", "- tto:\n            urn: x:y", 17, "'tto'"),
        wrong("uri: osci:store", "uri: nosuch:store", 14, "nosuch"),
        wrong("partner: bauamt", "partnr: bauamt", 16, "partnr"),
        wrong("partner: bauamt", "partner: bauhof", 16, "partner 'bauhof' is unknown"),
        wrong("delivery:archiv", "delivery:archive", 18, "delivery 'archive' is not configured"),
        wrong("standard: xdemo", "standard: xdemmo", 6, "standard 'xdemmo' is not installed"),
        wrong("standard: xdemo", "standard: xdemo\n        version: \"9.9\"", 7, "version '9.9'"),
        wrong("messageType: \"0100\"", "messageType: \"0199\"", 7, "no message type '0199'"),
        wrong("    id: umzug\n", "", 1, "no id"),
        wrong(
            "delivery:archiv",
            "http://portal:geheim@localhost/x",
            18,
            "a password stands in the URI"),
        wrong(
            "uri: delivery:archiv",
            "uri: http:localhost/x\n            parameters:\n              authPassword: geheim",
            20,
            "'authPassword' is a secret"),
        wrong(
            "- to:\n            uri: xoev:validate",
            "- setBody:\n            expression:\n              simple:\n"
                + "                expression: \"${body\"",
            12,
            "functionEnd"),
        wrong(
            "- to:\n            uri: xoev:validate",
            "- bean:\n            ref: noSuchBean",
            10,
            "noSuchBean"),
        wrong("uri: xoev:validate", "uri: \"{{no.such.setting}}\"", 10, "no.such.setting"));
  }

  private static Arguments wrong(String good, String bad, int line, String text) {
    var indented = GOOD.replace(good, bad);
    assertThat(indented).isNotEqualTo(GOOD);
    return Arguments.of(indented, line, text);
  }

  @ParameterizedTest
  @MethodSource("wrongRoutes")
  void route_thatIsWrong_isNamedWithLineAndReason(String yaml, int line, String text)
      throws IOException {
    var file = write("wrong", yaml);

    assertThat(check())
        .anySatisfy(
            it -> {
              assertThat(it.file()).isEqualTo(file);
              assertThat(it.line()).as("line of %s", it).isEqualTo(line);
              assertThat(it.text()).contains(text);
              assertThat(it.isError()).isTrue();
            });
  }

  @Test
  void allMistakesOfARoute_areNamedAtOnce() throws IOException {
    write(
        "wrong",
        GOOD.replace("uri: xoev:validate", "uri: xoev:validate?foo=bar")
            .replace("osci:store", "osci:stor")
            .replace("delivery:archiv", "delivery:archive")
            .concat(
                """
                        - tto:
                            uri: nixda:foo
                        - to:
                            uri: nixda:foo
                        - setBody:
                            expression:
                              simple:
                                expression: "${body"
                """));

    assertThat(check())
        .filteredOn(Finding::isError)
        .extracting(Finding::line)
        .contains(10, 14, 18, 19, 22, 26);
  }

  @Test
  void mistakeInTheSource_hidesNoMistakeInTheSteps() throws IOException {
    write(
        "wrong",
        GOOD.replace("standard: xdemo", "standrad: xdemo").replace("osci:store", "osci:stor"));

    assertThat(check()).filteredOn(Finding::isError).extracting(Finding::line).contains(6, 14);
  }

  @Test
  void mistakeInOneRoute_hidesNoneInTheNextOfTheFile() throws IOException {
    var second =
        GOOD.replace("id: umzug", "id: umzug2")
            .replace("\"0100\"", "umzug.antrag.0100\n        entry: xta");
    write(
        "wrong",
        GOOD.replace("osci:store", "osci:stor") + second.replace("osci:store", "osci:stor"));

    assertThat(check()).filteredOn(Finding::isError).extracting(Finding::line).contains(14, 33);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log:\n            message: \"got ${body}\"",
        "log:\n            message: \"${in.body.name}\"",
        "log:\n            message: \"${bodyAs(String)}\"",
        "log:\n            message: \"${exception.message}\"",
        "log:\n            message: \"${xpath(/a/name)}\"",
        "throwException:\n            exceptionType: java.lang.Exception\n            message: \"${body}\"",
        "to:\n            uri: log:x",
        "to:\n            uri: log:x\n            parameters:\n              showAll: \"true\""
      })
  void contentInTheLog_isWarnedAbout(String step) throws IOException {
    write("good", GOOD.replace("to:\n            uri: xoev:validate", step));

    assertThat(check())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.isError()).isFalse();
              assertThat(it.line()).isBetween(9, 12);
              assertThat(it.text()).contains("personal data");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log:\n            message: \"${header.AmtsboteMessageId} ${bodyType}\"",
        "to:\n            uri: log:x\n            parameters:\n              showBody: \"false\""
      })
  void factsInTheLog_areNotComplainedAbout(String step) throws IOException {
    write("good", GOOD.replace("to:\n            uri: xoev:validate", step));

    assertThat(check()).isEmpty();
  }

  @Test
  void secret_isNotRepeatedInTheFinding() throws IOException {
    write("wrong", GOOD.replace("delivery:archiv", "http:localhost/x?authPassword=geheim"));

    assertThat(check()).isNotEmpty().noneMatch(it -> it.text().contains("geheim"));
  }

  @Test
  void routeId_givenTwice_isRefusedInTheSecondFile() throws IOException {
    write("a", GOOD);
    var second = write("b", GOOD.replace("\"0100\"", "umzug.antrag.0100\n        entry: rest"));

    assertThat(check())
        .anySatisfy(
            it -> {
              assertThat(it.file()).isEqualTo(second);
              assertThat(it.text()).contains("'umzug' stands in a.camel.yaml:2 already");
            });
  }

  @Test
  void routes_thatTakeTheSameMessages_areRefused() throws IOException {
    write("a", GOOD);
    write("b", GOOD.replace("id: umzug", "id: umzug2"));

    assertThat(check()).extracting(Finding::text).anyMatch(it -> it.contains("same messages"));
  }

  @Test
  void routes_ofDifferentEntries_doNotCollide() throws IOException {
    write("a", GOOD);
    write(
        "b",
        GOOD.replace("id: umzug", "id: umzug2")
            .replace("standard: xdemo", "standard: xdemo\n        entry: osci-mailbox"));

    assertThat(check()).isEmpty();
  }

  @Test
  void routeConfiguration_ofAnotherFile_isKnown() throws IOException {
    write(
        "errors",
        """
        - routeConfiguration:
            id: standard-errors
            onException:
              - onException:
                  exception:
                    - java.lang.Exception
                  steps:
                    - log:
                        message: "${exception.getClass.getSimpleName}"
        """);
    write(
        "good", GOOD.replace("id: umzug", "id: umzug\n    routeConfigurationId: standard-errors"));

    assertThat(check()).isEmpty();
  }

  @Test
  void messageTypes_thatNoRouteTakes_areWarnedAbout() throws IOException {
    write("good", GOOD.replace("standard: xdemo", "standard: xdemo\n        version: \"1.0\""));

    assertThat(check())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.isError()).isFalse();
              assertThat(it.text()).contains("xdemo 1.1").contains("umzug.antrag.0100");
            });
  }

  private Path write(String name, String yaml) throws IOException {
    return Files.writeString(folder.resolve(name + RouteFile.SUFFIX), yaml);
  }

  private List<Finding> check() throws IOException {
    return new RouteCheck(WORLD, name -> null).checkFolder(folder);
  }
}
