package de.amtsbote.gateway.cli.preflight;

import de.amtsbote.gateway.cli.CommandFailure;
import de.amtsbote.gateway.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code amtsbote preflight}: asks a running gateway whether a message would arrive. */
@Command(
    name = "preflight",
    mixinStandardHelpOptions = true,
    exitCodeOnExecutionException = PreflightCommand.NOT_ASKED,
    header = "Ask a gateway whether a message would arrive; nothing is sent.",
    description = {
      "",
      "Checks standard, content, route, directory entry, size, certificates and their expiry, and",
      "asks the intermediary for a message id. Give a reader, or a message that names one.",
      ""
    },
    footer = {
      "",
      "Exit code 0: it would arrive. 1: it would not. 2: the gateway could not be asked."
    })
public final class PreflightCommand implements Callable<Integer> {

  static final int NOT_ASKED = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://localhost:8080",
      description = "Address of the gateway (default: ${DEFAULT-VALUE}).")
  private URI gateway;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      required = true,
      defaultValue = "${env:AMTSBOTE_TOKEN}",
      description = "Token of the account that would send (or environment: AMTSBOTE_TOKEN).")
  private String token;

  @Option(names = "--reader", paramLabel = "KEY", description = "Such as ags:99000001.")
  private String reader;

  @Option(names = "--service", paramLabel = "SERVICE", description = "Service (Leistung).")
  private String service;

  @Option(names = "--standard", paramLabel = "NAME", description = "Without a message.")
  private String standard;

  @Option(names = "--version-of-standard", paramLabel = "VERSION", description = "The same.")
  private String version;

  @Option(names = "--message-type", paramLabel = "TYPE", description = "The same.")
  private String messageType;

  @Option(names = "--message", paramLabel = "FILE", description = "The message itself.")
  private Path message;

  @Option(
      names = "--day",
      paramLabel = "DATE",
      description = "The day on which it would be sent (default: today).")
  private LocalDate day;

  @Option(names = "--json", description = "The report as the gateway gives it.")
  private boolean json;

  @Option(names = "--german", description = "Text in German.")
  private boolean german;

  @Override
  public Integer call() throws IOException {
    if (message == null && reader == null) {
      throw new CommandFailure("name a --reader, or a --message that names one");
    }
    JsonNode report =
        new GatewayQuestion(gateway, token).ask(day, reader, service, body(), message);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(report.toPrettyString());
    } else {
      out.print(PreflightTable.of(report, german));
    }
    out.flush();
    return report.path("arrives").asBoolean() ? ExitCode.OK : ExitCode.FAILED;
  }

  private ObjectNode body() {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("reader", reader);
    body.put("service", service);
    body.put("standard", standard);
    body.put("version", version);
    body.put("messageType", messageType);
    return body;
  }
}
