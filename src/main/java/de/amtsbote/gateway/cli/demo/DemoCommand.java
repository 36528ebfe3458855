package de.amtsbote.gateway.cli.demo;

import de.amtsbote.gateway.cli.CommandFailure;
import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.gateway.cli.GatewayStarter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code amtsbote demo}: a dozen applications go the whole way on this machine. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    header = "Send a dozen sample applications the whole way and show what becomes of each.",
    description = {
      "",
      "Starts a PostgreSQL, the gateway with an OSCI intermediary, a portal and two",
      "Fachverfahren, all on this machine; installs the demo standard XDemo; sends, watches, and",
      "compares what arrived with what was sent. Then the console stays up until Ctrl-C.",
      ""
    })
public final class DemoCommand implements Callable<Integer> {

  private final GatewayStarter starter;
  private final Clock clock;

  @Spec private CommandSpec spec;

  @Option(
      names = "--exit",
      description = "End when all is said; exit code 0 only if every message ended as it should.")
  private boolean exit;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Where API and console listen on localhost (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep database, keys, logs and deliveries here; default is a temporary folder.")
  private Path data;

  /** A demo of the gateway that is started by the given means. */
  public DemoCommand(GatewayStarter starter, Clock clock) {
    this.starter = starter;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    refuseTakenPort();
    DemoResult result =
        new Demo(starter, clock, spec.commandLine().getOut()).run(port, data, !exit);
    return result.asExpected() ? ExitCode.OK : ExitCode.FAILED;
  }

  private void refuseTakenPort() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException taken) {
      throw new CommandFailure(
          "port " + port + " is in use; name another one with --port PORT", taken);
    }
  }
}
