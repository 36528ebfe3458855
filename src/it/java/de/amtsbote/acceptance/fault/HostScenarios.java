package de.amtsbote.acceptance.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens to the machine under a node: its disk and its clock. */
final class HostScenarios {

  private static final String SMALL_DISK =
      "mount -t tmpfs -o size=48m,mode=700 amtsbote-faults \"$0\" && exec \"$@\"";
  private static final int BLOCK = 64 * 1024;

  private HostScenarios() {}

  /**
   * The disk for temporary files fills up and becomes free again. The disk is a small one in memory
   * that only the node sees, which needs no rights where users may make name spaces.
   */
  static Tally diskFull(Play play) throws Exception {
    try (Scene scene = new Scene(play, 1)) {
      Probe probe = new Probe(scene);
      Path disk = Files.createDirectory(scene.folder().resolve("disk"));
      List<String> prefix = new ArrayList<>(List.of("unshare", "-r", "-m"));
      prefix.addAll(List.of("sh", "-c", SMALL_DISK, disk.toString()));
      scene.startOn(
          DatabaseScenarios.url(scene.database("database").start()),
          number -> Cheap.with(prefix, "-Djava.io.tmpdir=" + disk),
          List.of(
              "--amtsbote.spool=" + disk.resolve("spool"), "--amtsbote.limits.free-space=64KB"));
      Sending sending = scene.send(2, 30, List.of("--size", "1500KiB"));
      Path inside = Path.of("/proc", String.valueOf(scene.node(0).pid()), "root" + disk);
      for (int time = 0; time < 3; time++) {
        scene.pass(Duration.ofSeconds(1), Duration.ofSeconds(3));
        probe.isAccepted();
        Path junk = fill(inside);
        scene.say("disk full, %,d bytes of junk", Files.size(junk));
        probe.isTurnedAway();
        scene.pass(Duration.ofSeconds(2), Duration.ofSeconds(4));
        Files.delete(junk);
      }
      probe.isAccepted();
      return scene.settle(sending, probe.receipts());
    }
  }

  /** Of two nodes one's clock jumps two hours ahead and later back. */
  static Tally clockJump(Play play) throws Exception {
    Optional<Path> library = FakeTime.installed();
    if (library.isEmpty()) {
      throw new NotPlayedException(
          "libfaketime is not installed (Debian: apt install libfaketime)");
    }
    try (Scene scene = new Scene(play, 2)) {
      FakeTime time = new FakeTime(library.get(), scene.folder().resolve("clock"));
      time.set(Duration.ZERO);
      scene.startOn(
          DatabaseScenarios.url(scene.database("database").start()),
          number -> number == 0 ? Cheap.with(time.prefix()) : Cheap.JAVA,
          List.of());
      Sending sending = scene.send(5, 80);
      for (int hours : new int[] {2, 0, -1, 0}) {
        scene.pass(Duration.ofSeconds(2), Duration.ofSeconds(5));
        time.set(Duration.ofHours(hours));
        scene.say("the clock of node 1 is %d hours ahead", hours);
        if (hours == 2) {
          // what the node with the right clock leaves behind is taken over by the other
          scene.node(1).kill();
          scene.say("kill -9 of node 2");
        }
      }
      scene.node(1).start();
      return scene.settle(sending);
    }
  }

  private static Path fill(Path disk) throws IOException {
    Path junk = disk.resolve("junk");
    byte[] block = new byte[BLOCK];
    try (OutputStream target = Files.newOutputStream(junk)) {
      for (int i = 0; i < 1024; i++) {
        target.write(block);
      }
      throw new IOException("the disk does not fill up");
    } catch (IOException full) {
      if (!String.valueOf(full.getMessage()).contains("No space")) {
        throw full;
      }
      return junk;
    }
  }
}
