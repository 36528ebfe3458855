package de.amtsbote.gateway.delivery.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.delivery.Handovers;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payload first, then the {@code .ready}; whatever dies in between, it arrives once. */
class TwoStepDropTest {

  private static final String ID = "0192f0c1-0000-4000-8000-000000000001";

  private static final TestClock CLOCK = new TestClock(Instant.parse("2000-01-01T12:00:00Z"));

  @TempDir private Path folder;

  @Test
  void readyMark_liesBesideTheWholeFolder() throws IOException {
    drop().handOver(Handovers.of(ID));

    assertThat(seen()).containsExactly(ID, ID + ".ready");
    assertThat(folder.resolve(ID + "/payload.xml")).hasContent(Handovers.PAYLOAD);
    assertThat(folder.resolve(ID + "/delivery.json")).isNotEmptyFile();
  }

  @Test
  void steps_comeInTheirOrder() {
    var steps = new ArrayList<String>();

    new FileDrop("amt", () -> new TellingPlace(folder, steps, null), true, CLOCK, it -> false)
        .handOver(Handovers.of(ID));

    assertThat(steps)
        .containsSubsequence(
            "create .amtsbote/" + ID + ".own/message/payload.xml",
            "create .amtsbote/" + ID + ".own/message/delivery.json",
            "create .amtsbote/" + ID + ".own/ready",
            "create .amtsbote/" + ID + ".own/written",
            "rename .amtsbote/" + ID + ".whole",
            "rename " + ID,
            "rename " + ID + ".ready");
  }

  /** Each step dies once; the next attempt makes good what is missing. */
  @Test
  void deathAtAnyStep_isMadeGoodByTheNextAttempt() throws IOException {
    var steps = new ArrayList<String>();
    new FileDrop("amt", () -> new TellingPlace(folder, steps, null), true, CLOCK, it -> false)
        .handOver(Handovers.of(ID));

    for (var step : List.copyOf(steps)) {
      empty();
      var dying =
          new FileDrop(
              "amt",
              () -> new TellingPlace(folder, new ArrayList<>(), step),
              true,
              CLOCK,
              it -> false);
      assertThatThrownBy(() -> dying.handOver(Handovers.of(ID)))
          .as(step)
          .isInstanceOf(GatewayException.class);
      assertThat(seen()).as("nothing is ready after %s", step).doesNotContain(ID + ".ready");

      drop().handOver(Handovers.of(ID));

      assertThat(seen()).as(step).containsExactly(ID, ID + ".ready");
      assertThat(folder.resolve(ID + "/payload.xml")).hasContent(Handovers.PAYLOAD);
    }
  }

  @Test
  void repeatAfterTheProcedureBegan_bringsNoSecondReady() throws IOException {
    drop().handOver(Handovers.of(ID));
    Files.delete(folder.resolve(ID + ".ready"));

    drop().handOver(Handovers.of(ID));

    assertThat(seen()).containsExactly(ID);
  }

  @Test
  void repeatAfterTheProcedureTookEverything_bringsNothing() throws IOException {
    drop().handOver(Handovers.of(ID));
    new LocalPlace(folder).deleteFolder(ID);
    Files.delete(folder.resolve(ID + ".ready"));

    drop().handOver(Handovers.of(ID));

    assertThat(seen()).isEmpty();
  }

  /** A node stands still before a step, and wakes up when another has done its work. */
  @Test
  void nodeThatWakesUpAtAnyStep_bringsNothingHalfAndNothingTwice() throws IOException {
    for (var step : steps()) {
      empty();

      waking(step, this::another).handOver(Handovers.of(ID));

      assertThat(seen()).as(step).containsExactly(ID, ID + ".ready");
      assertThat(files(folder.resolve(ID)))
          .as(step)
          .containsExactly("delivery.json", "payload.xml");
      assertThat(folder.resolve(ID + "/payload.xml")).hasContent(Handovers.PAYLOAD);
      assertThat(files(folder.resolve(".amtsbote"))).as(step).containsExactly(ID + ".whole");
    }
  }

  @Test
  void nodeThatWakesUpWhenTheProcedureHasIt_bringsNothing() throws IOException {
    for (var step : steps()) {
      empty();

      waking(
              step,
              () -> {
                another();
                takeAway();
              })
          .handOver(Handovers.of(ID));

      assertThat(seen()).as(step).isEmpty();
    }
  }

  private List<String> steps() {
    var steps = new ArrayList<String>();
    new FileDrop("amt", () -> new TellingPlace(folder, steps, null), true, CLOCK, it -> false)
        .handOver(Handovers.of(ID));
    assertThat(steps).hasSizeGreaterThan(8);
    return List.copyOf(steps);
  }

  private FileDrop waking(String step, Runnable meanwhile) {
    var place = TellingPlace.standingStill(folder, step, meanwhile);
    return new FileDrop("amt", () -> place, true, CLOCK, it -> false);
  }

  private void another() {
    var drop = drop();
    drop.handOver(Handovers.of(ID));
    drop.settled(ID);
    assertThat(folder.resolve(ID + ".ready")).exists();
    assertThat(folder.resolve(ID + "/payload.xml")).hasContent(Handovers.PAYLOAD);
  }

  private void takeAway() {
    try {
      new LocalPlace(folder).deleteFolder(ID);
      Files.delete(folder.resolve(ID + ".ready"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> files(Path folder) throws IOException {
    return new LocalPlace(folder).list().stream().map(DropPlace.Item::name).sorted().toList();
  }

  @Test
  void probe_leavesNothingBehind() throws IOException {
    drop().probe();

    assertThat(folder.resolve(".amtsbote")).isEmptyDirectory();
    assertThat(seen()).isEmpty();
  }

  @Test
  void probeOfAFolderThatIsNone_says() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "x");

    assertThatThrownBy(
            () -> new FileDrop("amt", () -> new LocalPlace(file), true, CLOCK, it -> false).probe())
        .isInstanceOf(GatewayException.class);
  }

  private FileDrop drop() {
    return new FileDrop("amt", () -> new LocalPlace(folder), true, CLOCK, it -> false);
  }

  private List<String> seen() throws IOException {
    return new LocalPlace(folder)
        .list().stream()
            .map(DropPlace.Item::name)
            .filter(it -> !it.startsWith("."))
            .sorted()
            .toList();
  }

  private void empty() throws IOException {
    for (var item : new LocalPlace(folder).list()) {
      new LocalPlace(folder).deleteFolder(item.name());
    }
  }
}
