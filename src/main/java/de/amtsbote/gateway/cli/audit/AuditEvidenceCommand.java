package de.amtsbote.gateway.cli.audit;

import de.amtsbote.gateway.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "evidence",
    mixinStandardHelpOptions = true,
    header = "Check the exported evidence of a message.",
    description = {
      "",
      "Recomputes the digests of all files and the hash chain of the timeline, and compares",
      "receipts and process cards with timeline and hand-overs. Needs nothing but the file.",
      "Exit code 1 when something does not fit.",
      ""
    })
final class AuditEvidenceCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The ZIP of the operator API.")
  private Path file;

  @Option(names = "--json", description = "JSON instead of text.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    var report = EvidenceCheck.of(EvidenceFile.read(file));
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(
          JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    } else {
      print(out, report);
    }
    return report.holds() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static void print(PrintWriter out, EvidenceReport report) {
    report.problems().forEach(it -> out.println(it.file() + ": " + it.what()));
    out.printf(
        "message %s, %d entries, last hash %s: %s%n",
        report.message(),
        report.entries(),
        report.head(),
        report.holds() ? "holds" : report.problems().size() + " problems");
  }
}
