package de.amtsbote.gateway.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Parses the command line, runs the command and turns every failure into a message and a code. */
public final class CommandFrame {

  private final RootCommand root = new RootCommand();
  private final CommandLine commandLine = new CommandLine(root);

  /**
   * A program made of these commands.
   *
   * @param commands objects annotated as picocli commands
   */
  public CommandFrame(Object... commands) {
    for (Object command : commands) {
      commandLine.addSubcommand(command);
    }
    commandLine
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(this::explain);
  }

  /** Runs the command named by the arguments and returns the exit code of the process. */
  public int run(String... arguments) {
    return commandLine.execute(withDefaultCommand(arguments));
  }

  CommandLine commandLine() {
    return commandLine;
  }

  private static String[] withDefaultCommand(String... arguments) {
    boolean onlyProperties =
        Stream.of(arguments).allMatch(argument -> argument.matches("--[a-z][^=]*=.*"));
    return onlyProperties
        ? Stream.concat(Stream.of("serve"), Stream.of(arguments)).toArray(String[]::new)
        : arguments;
  }

  private int explain(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println(command.getCommandSpec().qualifiedName() + ": " + Explanation.of(failure));
    if (root.stacktrace) {
      failure.printStackTrace(err);
    } else if (!Explanation.isForeseen(failure)) {
      err.println("Run it again with --stacktrace to see where this arose.");
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
