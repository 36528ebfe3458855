package de.amtsbote.acceptance.fault;

import de.amtsbote.acceptance.site.JavaCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The clock of a gateway under test. It is put on the class path of that process, takes the place
 * of the clock that the gateway would make, and is as much ahead as a file says.
 */
public final class JumpingClock extends Clock
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final String FOLDER = "faults.clocks";
  private static final String INITIALIZERS =
      "org.springframework.context.ApplicationContextInitializer=" + JumpingClock.class.getName();

  private final Clock real = Clock.systemUTC();

  /** How to run a gateway with this clock. */
  static JavaCommand command(Path folder) throws IOException {
    Path classes = folder.resolve("classes");
    String name = JumpingClock.class.getName().replace('.', '/') + ".class";
    Files.createDirectories(classes.resolve(name).getParent());
    try (InputStream self = JumpingClock.class.getResourceAsStream("/" + name)) {
      Files.copy(self, classes.resolve(name));
    }
    Path factories = classes.resolve("META-INF/spring.factories");
    Files.createDirectories(factories.getParent());
    Files.writeString(factories, INITIALIZERS);
    return Cheap.with(
        List.of(),
        "-Dloader.path=" + classes,
        "-Dloader.main=de.amtsbote.gateway.Amtsbote",
        "-D" + FOLDER + "=" + folder);
  }

  /** Sets how much the clock of a process is ahead. */
  static void set(Path folder, long pid, Duration ahead) throws IOException {
    Path next = folder.resolve("next");
    Files.writeString(next, ahead.toString());
    Files.move(next, folder.resolve("" + pid), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    context.getBeanFactory().registerSingleton("clock", this);
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), ahead());
  }

  private static Duration ahead() {
    Path file = Path.of(System.getProperty(FOLDER), "" + ProcessHandle.current().pid());
    try {
      return Files.exists(file) ? Duration.parse(Files.readString(file)) : Duration.ZERO;
    } catch (IOException e) {
      return Duration.ZERO;
    }
  }
}
