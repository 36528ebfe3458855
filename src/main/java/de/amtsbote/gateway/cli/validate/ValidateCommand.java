package de.amtsbote.gateway.cli.validate;

import de.amtsbote.gateway.cli.CommandFailure;
import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.report.ReportJson;
import de.amtsbote.xoev.report.ReportText;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code amtsbote validate FILE…}: says of each message whether it is valid, and why not. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    exitCodeOnExecutionException = ValidateCommand.NOT_CHECKABLE,
    header = "Validate messages against the installed standards.",
    description = {
      "",
      "Levels run in this order: safe, charset, xsd, codes, header, schematron.",
      "Exit code 0: all valid. 1: at least one invalid. 2: at least one not checkable,",
      "none invalid; also when the command line or the standards are wrong.",
      ""
    })
public final class ValidateCommand implements Callable<Integer> {

  static final int NOT_CHECKABLE = 2;

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Messages to validate.")
  private List<Path> files;

  @Option(
      names = "--standards",
      paramLabel = "DIR",
      defaultValue = "standards",
      description = "The folder of the installed standards (default: ${DEFAULT-VALUE}).")
  private Path standards;

  @Option(
      names = "--levels",
      paramLabel = "LEVELS",
      description = "Levels to run: safe,charset,xsd,codes,header,schematron (default: all).")
  private String levels;

  @Option(names = "--json", description = "One JSON object a line instead of text.")
  private boolean json;

  @Option(names = "--german", description = "Text in German.")
  private boolean german;

  @Option(names = "--production", description = "Refuse messages with a test flag.")
  private boolean production;

  @Option(
      names = "--day",
      paramLabel = "DATE",
      description = "The day whose releases count (default: today).")
  private LocalDate day;

  /**
   * @param clock tells which releases are in force and which creation times lie in the future
   */
  public ValidateCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (!Files.isDirectory(standards)) {
      throw new CommandFailure(
          "there is no folder %s; name the one with the installed standards with --standards"
              .formatted(standards));
    }
    Xoev xoev = Xoev.open(standards, clock);
    ValidationOptions options = options();
    PrintWriter out = spec.commandLine().getOut();
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    for (Path file : files) {
      ValidationReport report = validate(xoev, file, options);
      verdicts.add(report.verdict());
      if (json) {
        out.println(ReportJson.line(file.toString(), report));
      } else {
        Locale locale = german ? Locale.GERMAN : Locale.ENGLISH;
        out.print(ReportText.of(file.toString(), report, locale));
      }
      out.flush();
    }
    if (verdicts.contains(Verdict.INVALID)) {
      return ExitCode.FAILED;
    }
    return verdicts.contains(Verdict.UNKNOWN) ? NOT_CHECKABLE : ExitCode.OK;
  }

  private ValidationOptions options() {
    Set<Level> chosen = levels == null ? EnumSet.allOf(Level.class) : Level.parse(levels);
    ValidationOptions options = ValidationOptions.ALL.withLevels(chosen);
    options = production ? options.inProduction() : options;
    return day == null ? options : options.on(day);
  }

  private static ValidationReport validate(Xoev xoev, Path file, ValidationOptions options) {
    try {
      return xoev.validate(Content.of(file), options);
    } catch (IOException | XoevException failure) {
      return new ValidationReport(
          Verdict.UNKNOWN,
          "",
          "",
          "",
          "",
          options.levels(),
          List.of(NotCheckable.why(file, failure)),
          0);
    }
  }
}
