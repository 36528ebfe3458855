package de.amtsbote.xoev.xdemo;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XDemoTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  @TempDir static Path standards;
  private static Xoev xoev;

  @BeforeAll
  static void installAsAnOperatorWould() {
    XDemo.installInto(standards);
    xoev = Xoev.open(standards, CLOCK);
  }

  static Stream<Arguments> samples() {
    return XDemo.VERSIONS.stream()
        .flatMap(v -> XDemo.samples(v).stream().map(s -> Arguments.of(v + "/" + s.name(), s)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void sample_isReportedExactlyAsExpected(String name, XDemo.Sample sample) throws IOException {
    var report = xoev.validate(sample.content(), ValidationOptions.ALL);

    assertThat(report.isValid()).isEqualTo(sample.valid());
    assertThat(report.findings())
        .extracting(XDemoTest::line)
        .containsExactlyInAnyOrderElementsOf(sample.findings());
  }

  private static String line(Finding f) {
    return String.join(
        " ",
        f.level().key(),
        f.code(),
        f.severity().key(),
        f.rule().isEmpty() ? "-" : f.rule(),
        f.path().isEmpty() ? "-" : f.path());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1.1"})
  void index_namesEveryFile(String version) throws IOException {
    Path folder = Path.of("src/main/xdemo").resolve(version);
    try (var files = Files.walk(folder)) {
      List<String> onDisk =
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString())
              .filter(name -> !name.equals("index.txt"))
              .sorted()
              .toList();

      assertThat(XDemo.files(version).keySet()).containsExactlyElementsOf(onDisk);
    }
  }

  @Test
  void package_isTheSameEveryTime() throws IOException {
    var first = new ByteArrayOutputStream();
    var second = new ByteArrayOutputStream();

    XDemo.writePackage("1.0", first);
    XDemo.writePackage("1.0", second);

    assertThat(first.toByteArray()).isEqualTo(second.toByteArray());
  }

  @Test
  void everyMessage_hasMinimalFullAndMaximalSample() {
    for (String version : XDemo.VERSIONS) {
      for (var root : xoev.catalog().get(XDemo.NAME, version).manifest().roots()) {
        assertThat(XDemo.samples(version))
            .extracting(XDemo.Sample::name)
            .contains(
                root.messageType() + "/minimal.xml",
                root.messageType() + "/full.xml",
                root.messageType() + "/maximal.xml");
      }
    }
  }

  @Test
  void header_isReadFromTheSample() throws IOException {
    var header = xoev.header(XDemo.sample("1.1", "0100/full.xml")).orElseThrow();

    assertThat(header.reader().key()).isEqualTo("mbe:99001001");
    assertThat(header.author().prefix()).isEqualTo("prt");
    assertThat(header.messageType()).isEqualTo("0100");
    assertThat(header.version()).isEqualTo("1.1");
    assertThat(header.product()).isEqualTo("Serviceportal 4.2");
    assertThat(header.isTest()).isTrue();
    assertThat(header.createdAt()).isPresent();
  }
}
