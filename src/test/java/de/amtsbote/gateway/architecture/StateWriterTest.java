package de.amtsbote.gateway.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** There is one place that writes states and timelines. */
class StateWriterTest {

  private static final Pattern WRITES_STATE =
      Pattern.compile("update\\s+message\\s+set\\s+(?:(?!where)[^\"])*?\\bstate\\s*=");
  private static final Pattern WRITES_TIMELINE =
      Pattern.compile("(insert\\s+into|update)\\s+timeline\\b");
  private static final Set<String> WRITING = Set.of("setState", "setHead");

  @Test
  void onlyTheStateWriter_callsWhatWritesStatesAndTimelines() {
    noClasses()
        .that()
        .doNotHaveSimpleName("StateWriter")
        .should()
        .callMethodWhere(
            describe(
                "a state or a timeline entry is written",
                (JavaMethodCall call) ->
                    switch (call.getTargetOwner().getSimpleName()) {
                      case "PostgresMessages" -> WRITING.contains(call.getName());
                      case "PostgresTimeline" -> call.getName().equals("insert");
                      default -> false;
                    }))
        .check(ProductClasses.ofTheGateway());
  }

  @Test
  void stateOfAMessage_isWrittenByOneStatement() {
    assertThat(filesWith(WRITES_STATE)).containsExactly("PostgresMessages.java");
  }

  @Test
  void timeline_isWrittenByOneStatement() {
    assertThat(filesWith(WRITES_TIMELINE)).containsExactly("PostgresTimeline.java");
  }

  private static List<String> filesWith(Pattern sql) {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> sql.matcher(read(file)).find())
          .map(file -> file.getFileName().toString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
