package de.amtsbote.gateway.cli.inspect;

import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.inspect.ExtractionException;
import de.amtsbote.osci.inspect.InspectOptions;
import de.amtsbote.osci.inspect.InspectOptions.Requirement;
import de.amtsbote.osci.inspect.InspectReport;
import de.amtsbote.osci.inspect.MessageInspector;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.trust.TrustMaterial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code amtsbote inspect FILE…}: says what an OSCI message is, and why it cannot be trusted. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    header = "Look into an OSCI message in hand.",
    description = {
      "",
      "Reads the octets of an HTTP body: type, protection, certificates, contents by hash.",
      "Contents themselves are shown by --extract only.",
      "Exit code 0: accepted. 1: at least one refused. 2: the command line is wrong.",
      ""
    })
public final class InspectCommand implements Callable<Integer> {

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Mixin private KeystoreOptions keystores;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Messages to look into.")
  private List<Path> files;

  @Option(
      names = "--trust",
      paramLabel = "CER",
      description = "Certificate of a CA that signers must be certified by; may be repeated.")
  private List<Path> anchors = List.of();

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      defaultValue = "default",
      description = "Accepted algorithms: default or legacy (default: ${DEFAULT-VALUE}).")
  private String policy;

  @Option(
      names = "--require",
      split = ",",
      paramLabel = "WHAT",
      description = "What must be there: order-signature, content-signature.")
  private List<String> required = List.of();

  @Option(
      names = "--challenge",
      paramLabel = "VALUE",
      description = "The challenge that the message must answer.")
  private String challenge;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = Instants.class,
      description = "The time for which certificates are checked (default: now).")
  private Instant at;

  @Option(names = "--json", description = "JSON instead of text.")
  private boolean json;

  @Option(names = "--extract", paramLabel = "DIR", description = "Write plain contents here.")
  private Path extract;

  /**
   * A command.
   *
   * @param clock tells the time for which certificates are checked unless one is given
   */
  public InspectCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    var inspector = new MessageInspector(options(), Spool.temporary());
    boolean accepted = true;
    for (var file : files) {
      try {
        var report = inspect(inspector, file);
        accepted &= report.accepted();
        print(file, report);
      } catch (ExtractionException e) {
        print(file, e.report());
        throw new ParameterException(
            spec.commandLine(),
            "Contents cannot be written to " + extract + ": " + e.getMessage(),
            e);
      }
    }
    return accepted ? ExitCode.OK : ExitCode.FAILED;
  }

  private void print(Path file, InspectReport report) {
    var out = spec.commandLine().getOut();
    out.print(json ? report.toJson() : file + "\n" + report.toText());
    out.flush();
  }

  private InspectReport inspect(MessageInspector inspector, Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new ParameterException(spec.commandLine(), "File " + file + " cannot be read");
    }
    try (var in = Files.newInputStream(file)) {
      return inspector.inspect(in);
    }
  }

  private InspectOptions options() {
    return new InspectOptions(
        keystores.keys(),
        anchors.isEmpty() ? Optional.empty() : Optional.of(TrustMaterial.of(certificates())),
        algorithms(),
        requirements(),
        Optional.ofNullable(challenge),
        at == null ? clock.instant() : at,
        Optional.ofNullable(extract));
  }

  private AlgorithmPolicy algorithms() {
    return switch (policy) {
      case "default" -> AlgorithmPolicy.standard();
      case "legacy" -> AlgorithmPolicy.legacyPartner();
      default -> throw new ParameterException(spec.commandLine(), "No policy named " + policy);
    };
  }

  private Set<Requirement> requirements() {
    var requirements = new HashSet<Requirement>();
    for (var name : required) {
      try {
        requirements.add(Requirement.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), "Cannot require " + name, e);
      }
    }
    return requirements;
  }

  private Set<X509Certificate> certificates() {
    var certificates = new HashSet<X509Certificate>();
    for (var file : anchors) {
      try (var in = Files.newInputStream(file)) {
        var factory = CertificateFactory.getInstance("X.509");
        certificates.add((X509Certificate) factory.generateCertificate(in));
      } catch (IOException | CertificateException e) {
        throw new ParameterException(
            spec.commandLine(), "Certificate " + file + " cannot be read: " + e.getMessage(), e);
      }
    }
    return certificates;
  }
}
