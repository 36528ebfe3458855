package de.amtsbote.gateway.cli.simulator;

import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.gateway.simulator.dvdv.DvdvDouble;
import de.amtsbote.gateway.simulator.dvdv.DvdvFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code amtsbote simulator dvdv}: a DVDV server that knows the partners of a directory file. */
@Command(
    name = "dvdv",
    mixinStandardHelpOptions = true,
    header = "Be a DVDV server on this machine, without authentication (access: intern).",
    description = {
      "",
      "Enters every partner of a directory file as an authority that offers the service.",
      ""
    })
public final class DvdvCommand implements Callable<Integer> {

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Option(names = "--port", defaultValue = "0", description = "Port (default: any free one).")
  private int port;

  @Option(
      names = "--directory",
      paramLabel = "FILE",
      required = true,
      description = "Directory file or folder (YAML) with the partners to enter.")
  private Path directory;

  @Option(
      names = "--service",
      paramLabel = "URI",
      required = true,
      description = "URI of the service that they offer.")
  private String service;

  @Option(
      names = "--category",
      paramLabel = "NAME",
      defaultValue = "Behörde",
      description = "What kind of authority they are (default: ${DEFAULT-VALUE}).")
  private String category;

  @Option(
      names = "--fault",
      paramLabel = "FAULT",
      description = "What goes wrong: ${COMPLETION-CANDIDATES}.")
  private DvdvFault fault;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description = "End after this time, such as PT10S (default: run until it is stopped).")
  private Duration time;

  DvdvCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    DvdvDouble.Setup usual = DvdvDouble.Setup.plain(List.of(), clock);
    DvdvDouble.Setup setup =
        new DvdvDouble.Setup(port, null, false, List.of(), usual.tokens(), usual.slowness(), clock);
    try (DvdvDouble server =
        DvdvDouble.start(DirectoryEntries.of(directory, service, category, clock), setup)) {
      server.fault(fault);
      PrintWriter out = spec.commandLine().getOut();
      out.println("DVDV at " + server.address());
      out.flush();
      CountDownLatch stopped = new CountDownLatch(1);
      if (time == null) {
        stopped.await();
      } else {
        stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
    return ExitCode.OK;
  }
}
