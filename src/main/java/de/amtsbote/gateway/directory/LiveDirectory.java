package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.yaml.Finding;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory that is in use; a file that becomes wrong leaves what was known before in use. */
public final class LiveDirectory implements Supplier<Directory> {

  private static final Logger LOG = LoggerFactory.getLogger(LiveDirectory.class);

  private final Path location;
  private final Clock clock;
  private volatile Directory current;
  private volatile List<Finding> findings;

  /**
   * Reads the directory for the first time.
   *
   * @param location file or folder; null for a directory that knows nobody
   * @throws GatewayException CONFIGURATION_INVALID when it has an error
   */
  public LiveDirectory(Path location, Clock clock) {
    this.location = location;
    this.clock = clock;
    if (location == null) {
      current = Directory.EMPTY;
      findings = List.of();
      return;
    }
    var result = DirectoryReader.read(location, clock);
    if (!result.isUsable()) {
      throw new GatewayException(ErrorCode.CONFIGURATION_INVALID, errors(result.findings()));
    }
    use(result);
  }

  @Override
  public Directory get() {
    return current;
  }

  /** What was wrong when the files were read last. */
  public List<Finding> findings() {
    return findings;
  }

  /** Reads the files again and takes over what they say when it is right. */
  public synchronized void refresh() {
    if (location == null) {
      return;
    }
    var result = DirectoryReader.read(location, clock);
    if (result.isUsable()) {
      use(result);
    } else if (!result.findings().equals(findings)) {
      findings = result.findings();
      LOG.error("directory refused, what was known before stays in use: {}", errors(findings));
    }
  }

  private void use(DirectoryReader.Result result) {
    if (findings != null && findings.stream().anyMatch(Finding::isError)) {
      LOG.info("directory is right again and was taken over");
    }
    if (!result.findings().equals(findings)) {
      result.findings().forEach(it -> LOG.warn("{}", it));
    }
    findings = result.findings();
    current = result.directory();
  }

  private static String errors(List<Finding> findings) {
    return findings.stream()
        .filter(Finding::isError)
        .map(Finding::toString)
        .collect(Collectors.joining("; "));
  }
}
