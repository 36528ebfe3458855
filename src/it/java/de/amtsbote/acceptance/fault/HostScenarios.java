package de.amtsbote.acceptance.fault;

import de.amtsbote.acceptance.site.JavaCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What happens to the machine under a node: its disk and its clock. */
final class HostScenarios {

  private static final String SMALL_DISK =
      "mount -t tmpfs -o size=12m,mode=700 amtsbote-faults \"$0\" && exec \"$@\"";
  private static final int BLOCK = 64 * 1024;

  private HostScenarios() {}

  /**
   * The disk for temporary files fills up and becomes free again. The disk is a small one in memory
   * that only the node sees, which needs no rights where users may make name spaces.
   */
  static Tally diskFull(Ground ground, Random random, PrintStream out) throws Exception {
    try (Scene scene = new Scene(ground, 1, random, out)) {
      Path disk = Files.createDirectory(scene.folder().resolve("disk"));
      List<String> prefix = new ArrayList<>(List.of("unshare", "-r", "-m"));
      prefix.addAll(List.of("sh", "-c", SMALL_DISK, disk.toString()));
      scene.startOn(
          DatabaseScenarios.url(scene.database("database").start()),
          Cheap.with(prefix, "-Djava.io.tmpdir=" + disk),
          List.of("--amtsbote.spool=" + disk.resolve("spool")));
      Sending sending = scene.send(3, 45, List.of("--size", "1500KiB"));
      Path inside = Path.of("/proc", String.valueOf(scene.node(0).pid()), "root" + disk);
      for (int time = 0; time < 3; time++) {
        scene.pass(Duration.ofSeconds(1), Duration.ofSeconds(3));
        Path junk = fill(inside);
        scene.say("disk full, %,d bytes of junk", Files.size(junk));
        scene.pass(Duration.ofSeconds(2), Duration.ofSeconds(4));
        Files.delete(junk);
      }
      return scene.settle(sending);
    }
  }

  /** Of two nodes one's clock jumps two hours ahead and later back. */
  static Tally clockJump(Ground ground, Random random, PrintStream out) throws Exception {
    try (Scene scene = new Scene(ground, 2, random, out)) {
      Path clocks = Files.createDirectory(scene.folder().resolve("clocks"));
      JavaCommand command = JumpingClock.command(clocks);
      scene.startOn(DatabaseScenarios.url(scene.database("database").start()), command, List.of());
      Sending sending = scene.send(5, 80);
      int victim = scene.anyNode();
      for (Duration ahead : List.of(Duration.ofHours(2), Duration.ZERO, Duration.ofMinutes(10))) {
        scene.pass(Duration.ofSeconds(2), Duration.ofSeconds(5));
        JumpingClock.set(clocks, scene.node(victim).pid(), ahead);
        scene.say("clock of node %d is %s ahead", victim + 1, ahead);
      }
      scene.pass(Duration.ofSeconds(2), Duration.ofSeconds(5));
      JumpingClock.set(clocks, scene.node(victim).pid(), Duration.ZERO);
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
