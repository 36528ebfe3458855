package de.amtsbote.gateway;

import de.amtsbote.gateway.cli.CommandFrame;
import de.amtsbote.gateway.cli.ServeCommand;
import de.amtsbote.gateway.cli.TerminalLogging;
import de.amtsbote.gateway.cli.audit.AuditCommand;
import de.amtsbote.gateway.cli.certificates.CertificatesCommand;
import de.amtsbote.gateway.cli.check.CheckCommand;
import de.amtsbote.gateway.cli.demo.DemoCommand;
import de.amtsbote.gateway.cli.inspect.InspectCommand;
import de.amtsbote.gateway.cli.keys.KeysCommand;
import de.amtsbote.gateway.cli.load.LoadCommand;
import de.amtsbote.gateway.cli.preflight.PreflightCommand;
import de.amtsbote.gateway.cli.simulator.SimulatorCommand;
import de.amtsbote.gateway.cli.standards.StandardsCommand;
import de.amtsbote.gateway.cli.validate.ValidateCommand;
import java.time.Clock;

/** The {@code amtsbote} program: puts its commands together and runs the one that is asked for. */
public final class Amtsbote {

  private Amtsbote() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    TerminalLogging.onlyWarnings();
    Clock clock = Clock.systemUTC();
    return new CommandFrame(
            new ServeCommand(GatewayApplication::start),
            new DemoCommand(GatewayApplication::start, clock),
            CertificatesCommand.command(clock),
            StandardsCommand.command(clock),
            new CheckCommand(clock),
            new ValidateCommand(clock),
            new PreflightCommand(),
            new InspectCommand(clock),
            SimulatorCommand.command(GatewayApplication::start, clock),
            new LoadCommand(clock),
            KeysCommand.command(clock),
            AuditCommand.command())
        .run(arguments);
  }
}
