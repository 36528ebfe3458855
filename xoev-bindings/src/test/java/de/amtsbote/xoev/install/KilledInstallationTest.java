package de.amtsbote.xoev.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.standard.StandardPackage;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is killed while it moves packages into place leaves nothing half done. */
class KilledInstallationTest {

  private static final String ONE = "xdemo-1.0";
  private static final String OTHER = "xdemo-1.1";

  @TempDir Path standards;

  @BeforeEach
  void install() {
    XDemo.installInto(standards);
  }

  /** Two packages are replaced: four moves, of which so many were done. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void replacement_isCompletedByWhoeverOpensTheStandardsNext(int done) throws IOException {
    killedAfter(done);

    Xoev xoev = Xoev.open(standards, Demo.CLOCK);

    assertThat(xoev.catalog().packages()).extracting(StandardPackage::id).contains(ONE, OTHER);
    assertThat(standards.resolve(ONE + "/new")).exists();
    assertThat(standards.resolve(OTHER + "/new")).exists();
  }

  @Test
  void completedReplacement_leavesNothingBehindAfterTheNextInstallation() throws IOException {
    killedAfter(1);

    new StandardInstaller(standards).remove("xdemo", "1.1");

    try (var files = Files.list(standards)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrder(ONE, ".lock");
    }
  }

  @Test
  void whatKilledInstallersLeft_isSweptWithoutTouchingALivingOne() throws IOException {
    Files.writeString(standards.resolve(".draft-1"), ONE + "\t");
    Files.createDirectory(standards.resolve(".old-1"));
    Path living = Files.createDirectory(standards.resolve(".staging-living"));
    Path dead = Files.createDirectory(standards.resolve(".staging-dead"));
    var twoDaysAgo = Files.getLastModifiedTime(living).toInstant().minus(Duration.ofDays(2));
    Files.setLastModifiedTime(dead, FileTime.from(twoDaysAgo));

    new StandardInstaller(standards).remove("xdemo", "1.1");

    try (var files = Files.list(standards)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrder(ONE, ".lock", ".staging-living");
    }
  }

  @Test
  void moveThatFails_takesBackThoseBeforeIt() throws IOException {
    var moves =
        new Moves(standards)
            .add(standards.resolve(ONE), standards.resolve(".old-1"))
            .add(standards.resolve(".staging-that-is-not-there"), standards.resolve(ONE));

    assertThatThrownBy(moves::perform).isInstanceOf(IOException.class);

    try (var files = Files.list(standards)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrder(ONE, OTHER, ".lock");
    }
  }

  private void killedAfter(int done) throws IOException {
    var moves = new Moves(standards);
    List<Path> from =
        List.of(
            standards.resolve(ONE),
            standards.resolve(".staging-1"),
            standards.resolve(OTHER),
            standards.resolve(".staging-2"));
    List<Path> to =
        List.of(
            standards.resolve(".old-1"),
            standards.resolve(ONE),
            standards.resolve(".old-2"),
            standards.resolve(OTHER));
    copy(ONE, from.get(1));
    copy(OTHER, from.get(3));
    for (int i = 0; i < 4; i++) {
      moves.add(from.get(i), to.get(i));
    }
    moves.write();
    for (int i = 0; i < done; i++) {
      Files.move(from.get(i), to.get(i), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** What a new package is for this test: the old one and a file more. */
  private void copy(String installed, Path staged) throws IOException {
    try (var files = Files.walk(standards.resolve(installed))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, staged.resolve(standards.resolve(installed).relativize(file)));
      }
    }
    Files.writeString(staged.resolve("new"), "");
  }
}
