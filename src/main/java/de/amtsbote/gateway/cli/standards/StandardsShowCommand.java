package de.amtsbote.gateway.cli.standards;

import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.xoev.standard.AttachmentReference;
import de.amtsbote.xoev.standard.Manifest;
import de.amtsbote.xoev.standard.MessageNamespace;
import de.amtsbote.xoev.standard.MessageRoot;
import de.amtsbote.xoev.standard.RuleFile;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.Validity;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    header = "Show what an installed standard holds.")
final class StandardsShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private StandardId id;

  @Mixin private StandardsFolder folder;

  @Option(names = "--json", description = "One JSON object on one line instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    Manifest manifest = id.in(StandardCatalog.read(folder.existing())).manifest();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(StandardJson.of(manifest));
      return ExitCode.OK;
    }
    out.printf("%s %s  %s%n", manifest.name(), manifest.version(), manifest.title());
    if (!manifest.kennung().isEmpty()) {
      out.println("  " + manifest.kennung());
    }
    Validity validity = manifest.validity();
    out.printf(
        "  in force: %s to %s, %d days of grace%n",
        validity.from().map(LocalDate::toString).orElse("any day"),
        validity.until().map(LocalDate::toString).orElse("any day"),
        validity.graceDays());
    out.println("  header: " + manifest.header());
    for (MessageNamespace namespace : manifest.namespaces()) {
      out.println("  namespace: " + namespace.uri());
    }
    for (MessageRoot root : manifest.roots()) {
      out.printf("  message %-6s %s%n", root.messageType(), root.name());
    }
    for (RuleFile rule : manifest.rules()) {
      out.println("  rules: " + rule.file() + scope(rule));
    }
    for (AttachmentReference attachment : manifest.attachments()) {
      out.println("  attachments: named by " + attachment.element());
    }
    new TreeMap<>(manifest.locations())
        .forEach((location, file) -> out.println("  location: " + location + " is " + file));
    out.println("  code lists: " + manifest.codeLists().size());
    manifest.requires().forEach(required -> out.println("  needs: " + required));
    return ExitCode.OK;
  }

  private static String scope(RuleFile rule) {
    String roots = rule.roots().equals(".*") ? "" : ", for messages " + rule.roots() + " only";
    return roots + (rule.reportOnly() ? ", report only" : "");
  }
}
