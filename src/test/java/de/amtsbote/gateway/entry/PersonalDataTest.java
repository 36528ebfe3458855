package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import de.amtsbote.gateway.GatewayTest;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever a portal sends, its content shows up neither in the log nor in an answer. */
@GatewayTest
class PersonalDataTest {

  private static final String NAME = "Mustermann";
  private static final String XML = "<name>Erika " + NAME + "</name>";

  @LocalServerPort int port;
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private Level before;

  @BeforeEach
  void listen() {
    before = root.getLevel();
    root.setLevel(Level.INFO);
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stop() {
    root.detachAppender(log);
    root.setLevel(before);
  }

  @Test
  void content_isInNeitherLogNorAnswer() throws Exception {
    var portal = Portal.at(port);
    var part = "--cut\nContent-Disposition: form-data; name=\"payload\"\n\n" + XML;
    var answers =
        List.of(
            portal.submit(XML),
            portal.submit(XML, "Idempotency-Key", "personal"),
            portal.submit(XML + " ", "Idempotency-Key", "personal"),
            portal.submitMultipart(part),
            portal.submitMultipart(part + "\n--cut--\n"),
            portal.submitMultipart(part + "\n" + part + "\n--cut--\n"),
            new Portal(port, NAME).submit(XML),
            portal.get(Portal.PATH));

    assertThat(answers).extracting(Portal.Answer::text).allMatch(text -> !text.contains(NAME));
    assertThat(logged()).doesNotContain(NAME);
  }

  @Test
  void incident_isFoundInTheLog() throws Exception {
    var incident = Portal.at(port).submit("").field("incident");

    assertThat(logged()).contains(incident, "AB-1001");
  }

  private String logged() {
    return List.copyOf(log.list).stream()
        .map(event -> event.getFormattedMessage() + trace(event))
        .collect(Collectors.joining("\n"));
  }

  private static String trace(ILoggingEvent event) {
    return event.getThrowableProxy() == null
        ? ""
        : ThrowableProxyUtil.asString(event.getThrowableProxy());
  }
}
