package de.amtsbote.gateway.route.worker;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.validation.Limits;
import de.amtsbote.xoev.validation.ValidationOptions;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardsHealthTest {

  private static final String ENDLESS =
      "<sch:schema xmlns:sch='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt2'>"
          + "<sch:pattern><sch:rule context='/*'><sch:assert id='r1'"
          + " test='count(for $n in string-length(name()) return (1 to 40000000)[. mod 7 = 8 +"
          + " $n]) = 0'>x</sch:assert></sch:rule>"
          + "</sch:pattern></sch:schema>";

  @TempDir private Path standards;

  @BeforeEach
  void install() {
    XDemo.installInto(standards);
  }

  @Test
  void installedStandards_areNamed() {
    var health = new StandardsHealth(Xoev.open(standards, Clock.systemUTC())).health();

    assertThat(health.getStatus().getCode()).isEqualTo("UP");
    assertThat(health.getDetails()).containsEntry("installed", List.of("xdemo-1.0", "xdemo-1.1"));
  }

  @Test
  void ruleFileThatDoesNotEnd_isNamedWhileItRuns() throws IOException {
    Files.writeString(standards.resolve("xdemo-1.0/schematron/xdemo.sch"), ENDLESS);
    var xoev = Xoev.open(standards, Clock.systemUTC());
    var hurried = ValidationOptions.ALL.within(Limits.DEFAULT.withTime(Duration.ofSeconds(2)));
    xoev.validate(XDemo.sample("1.0", "0100/minimal.xml"), hurried);

    var health = new StandardsHealth(xoev).health();

    assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
    assertThat(health.getDetails())
        .containsEntry("rulesOutOfService", List.of("xdemo-1.0/schematron/xdemo.sch"));
  }
}
