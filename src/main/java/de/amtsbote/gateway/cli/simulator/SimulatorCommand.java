package de.amtsbote.gateway.cli.simulator;

import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.gateway.cli.GatewayStarter;
import de.amtsbote.gateway.cli.town.Interruption;
import de.amtsbote.gateway.cli.town.TownFolder;
import de.amtsbote.gateway.simulator.town.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code amtsbote simulator}: the systems of others, all at once on this machine. */
@Command(
    name = "simulator",
    mixinStandardHelpOptions = true,
    header = "Stand in for the systems of others, for developing and testing offline.",
    description = {
      "",
      "Starts a town on this machine: a gateway with OSCI intermediary and XTA server, a DVDV",
      "server, a FIT-Connect delivery service and two Fachverfahren, with keys made for this run.",
      "It listens on the loopback address only. Ctrl-C ends it and erases everything.",
      "A command below it starts one of the systems alone.",
      ""
    },
    synopsisSubcommandLabel = "[COMMAND]")
public final class SimulatorCommand implements Callable<Integer> {

  private final GatewayStarter starter;
  private final Clock clock;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description =
          "Port of the gateway; the ports behind it are those of XTA, DVDV, FIT-Connect and the"
              + " desk (default: any free ones).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep keys, database and deliveries here; default is a temporary folder.")
  private Path data;

  @Option(
      names = "--fault",
      paramLabel = "SYSTEM:FAULT",
      description =
          "What goes wrong, such as xta:9014, osci:timeout-after-send, dvdv:down or tls:expired;"
              + " may be given several times. An unknown one is answered with the list of all.")
  private List<String> faults = new ArrayList<>();

  @Option(
      names = "--exit-after",
      paramLabel = "DURATION",
      description = "End after this time, such as PT30S (default: run until it is stopped).")
  private Duration time;

  private SimulatorCommand(GatewayStarter starter, Clock clock) {
    this.starter = starter;
    this.clock = clock;
  }

  /** The command with those below it. */
  public static CommandLine command(GatewayStarter starter, Clock clock) {
    return new CommandLine(new SimulatorCommand(starter, clock))
        .addSubcommand(new DvdvCommand(clock));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Fault> wanted = faults.stream().map(this::fault).toList();
    try (Interruption interruption = Interruption.listen();
        TownFolder folder = TownFolder.open("simulator", data);
        Simulation simulation = Simulation.start(folder, Ports.from(port), starter, clock)) {
      simulation.faults(wanted);
      Introduction.print(spec.commandLine().getOut(), simulation, folder);
      if (time == null) {
        interruption.await();
      } else {
        interruption.within(time);
      }
    }
    return ExitCode.OK;
  }

  private Fault fault(String written) {
    try {
      return Fault.parse(written);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
