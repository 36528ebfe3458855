package de.amtsbote.gateway.route.load;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.route.amtsbote.AmtsboteConsumer;
import de.amtsbote.gateway.route.amtsbote.InboxKey;
import de.amtsbote.gateway.route.amtsbote.Inboxes;
import de.amtsbote.gateway.route.check.KnownStandard;
import de.amtsbote.gateway.route.check.RouteCheck;
import de.amtsbote.gateway.route.check.RouteFile;
import de.amtsbote.gateway.route.check.RouteWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteFolderTest {

  private static final RouteWorld EMPTY = new RouteWorld(Set.of(), Set.of(), Set.of(), List.of());

  private final Inboxes inboxes = new Inboxes();
  private final DefaultCamelContext context = new DefaultCamelContext();
  private RouteWorld world = EMPTY;
  private RouteFolder routes;

  @TempDir private Path folder;

  @BeforeEach
  void start() {
    context.getRegistry().bind("inboxes", inboxes);
    context.start();
    routes =
        new RouteFolder(
            folder,
            () -> world,
            it -> new RouteCheck(it, name -> null, context.getRegistry()),
            new LiveRoutes(context, inboxes));
  }

  @AfterEach
  void stop() throws IOException {
    context.close();
  }

  @Test
  void file_thatIsRight_runs() throws IOException {
    write("a", route("one", "direct:one", "first"));

    routes.refresh();

    assertThat(ask("direct:one")).isEqualTo("first");
  }

  @Test
  void file_thatChanges_isExchanged() throws IOException {
    write("a", route("one", "direct:one", "first"));
    routes.refresh();

    write("a", route("one", "direct:one", "second"));
    routes.refresh();

    assertThat(ask("direct:one")).isEqualTo("second");
  }

  @Test
  void file_thatBecomesWrong_keepsWhatRanBefore() throws IOException {
    write("a", route("one", "direct:one", "first"));
    routes.refresh();

    write("a", route("one", "direct:one", "second").replace("setBody", "setBoddy"));
    routes.refresh();

    assertThat(ask("direct:one")).isEqualTo("first");
    assertThat(routes.findings()).anyMatch(it -> it.isError() && it.line() == 6);
  }

  @Test
  void file_thatIsDeleted_stops() throws IOException {
    var file = write("a", route("one", "direct:one", "first"));
    routes.refresh();

    Files.delete(file);
    routes.refresh();

    assertThat(context.getRoutes()).isEmpty();
    assertThat(context.getRouteDefinitions()).isEmpty();
  }

  @Test
  void routeId_thatIsRenamed_leavesNoOldRoute() throws IOException {
    write("a", route("one", "direct:one", "first"));
    routes.refresh();

    write("a", route("two", "direct:one", "first"));
    routes.refresh();

    assertThat(context.getRoutes()).extracting(it -> it.getRouteId()).containsExactly("two");
  }

  @Test
  void secondFile_loadsBesideTheFirst() throws IOException {
    write("a", route("one", "direct:one", "first"));
    routes.refresh();

    write("b", route("two", "direct:two", "second"));
    routes.refresh();

    assertThat(ask("direct:one") + ask("direct:two")).isEqualTo("firstsecond");
  }

  @Test
  void id_thatMovesIntoAFileThatIsRefused_staysWhereItWas() throws IOException {
    write("a", route("one", "direct:one", "first"));
    routes.refresh();

    write("a", route("two", "direct:one", "first").replace("setBody", "setBoddy"));
    write("b", route("one", "direct:two", "second"));
    routes.refresh();

    assertThat(context.getRoutes()).extracting(it -> it.getRouteId()).containsExactly("one");
    assertThat(ask("direct:one")).isEqualTo("first");
  }

  @Test
  void routeConfiguration_thatChanges_isAppliedToTheRoutesThatUseIt() throws IOException {
    write("errors", errors("before"));
    write("a", failingRoute());
    routes.refresh();
    assertThat(ask("direct:failing")).isEqualTo("before");

    write("errors", errors("after"));
    routes.refresh();

    assertThat(ask("direct:failing")).isEqualTo("after");
  }

  @Test
  void refusedFile_getsAnotherChanceWhenTheDirectoryKnowsMore() throws IOException {
    write(
        "a",
        """
        - route:
            id: one
            from:
              uri: direct:one
              steps:
                - to:
                    uri: directory:lookup
                    parameters:
                      partner: bauamt
        """);
    routes.refresh();
    assertThat(context.getRoutes()).isEmpty();

    world = new RouteWorld(Set.of("bauamt"), Set.of(), Set.of(), List.of());
    routes.refresh();

    assertThat(context.getRouteDefinitions()).hasSize(1);
  }

  @Test
  void mostSpecificInbox_takesTheMessage() throws IOException {
    write("general", inbox("general", "standard: xdemo"));
    write("special", inbox("special", "standard: xdemo\n        messageType: \"0100\""));
    world = withXdemo();
    routes.refresh();

    assertThat(routeOf("rest", "0100")).contains("special");
    assertThat(routeOf("rest", "0200")).contains("general");
  }

  @Test
  void messageFromAMailbox_isTakenOnlyByARouteThatNamesTheEntry() throws IOException {
    write("general", inbox("general", "standard: xdemo"));
    world = withXdemo();
    routes.refresh();
    assertThat(routeOf("osci-mailbox", "0100")).isEmpty();

    write("mail", inbox("mail", "entry: osci-mailbox"));
    routes.refresh();

    assertThat(routeOf("osci-mailbox", "0100")).contains("mail");
  }

  private static RouteWorld withXdemo() {
    return new RouteWorld(
        Set.of(),
        Set.of(),
        Set.of(),
        List.of(
            new KnownStandard(
                "xdemo",
                "1.0",
                Map.of("umzug.antrag.0100", "0100", "gewerbe.antrag.0200", "0200"))));
  }

  private Optional<String> routeOf(String entry, String messageType) {
    return inboxes
        .find(
            new InboxKey(
                entry,
                "account",
                Optional.of("xdemo"),
                Optional.of("1.0"),
                Optional.of(messageType),
                Optional.empty(),
                Optional.empty()))
        .map(AmtsboteConsumer::getRouteId);
  }

  private String ask(String uri) {
    return context.createProducerTemplate().requestBody(uri, "", String.class);
  }

  private Path write(String name, String yaml) throws IOException {
    return Files.writeString(folder.resolve(name + RouteFile.SUFFIX), yaml);
  }

  private static String route(String id, String from, String answer) {
    return """
        - route:
            id: %s
            from:
              uri: %s
              steps:
                - setBody:
                    expression:
                      constant:
                        expression: %s
        """
        .formatted(id, from, answer);
  }

  private static String inbox(String id, String parameters) {
    return """
        - route:
            id: %s
            from:
              uri: amtsbote:inbox
              parameters:
                %s
              steps:
                - stop: {}
        """
        .formatted(id, parameters);
  }

  private static String failingRoute() {
    return """
        - route:
            id: failing
            routeConfigurationId: errors
            from:
              uri: direct:failing
              steps:
                - throwException:
                    exceptionType: java.lang.IllegalStateException
                    message: broken
        """;
  }

  private static String errors(String answer) {
    return """
        - routeConfiguration:
            id: errors
            onException:
              - onException:
                  exception:
                    - java.lang.Exception
                  handled:
                    constant:
                      expression: "true"
                  steps:
                    - setBody:
                        expression:
                          constant:
                            expression: %s
        """
        .formatted(answer);
  }
}
