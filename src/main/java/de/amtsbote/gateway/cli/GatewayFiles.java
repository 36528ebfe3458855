package de.amtsbote.gateway.cli;

import de.amtsbote.gateway.operations.DatabaseAccess;
import de.amtsbote.gateway.security.KeyFiles;
import de.amtsbote.gateway.security.KeyRingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the configuration, and what the commands find by it. */
public final class GatewayFiles {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "application.yaml",
      description = "The gateway's configuration (default: ${DEFAULT-VALUE}).")
  private Path configuration;

  private ConfigurationFile settings;

  /** The key ring of stored content. */
  public KeyRingFile ring() throws IOException {
    var files = new KeyFiles("true".equals(value("amtsbote.sample-certificates-allowed")));
    var file = value("amtsbote.key-ring.file");
    return file == null
        ? KeyRingFile.in(data(), files)
        : new KeyRingFile(Path.of(file), Path.of(value("amtsbote.key-ring.password-file")), files);
  }

  /** Alias of the key that wraps new data keys. */
  public String current() throws IOException {
    var alias = value("amtsbote.key-ring.store-key");
    return alias == null ? "payload-1" : alias;
  }

  /** The database, whether the gateway runs or not. */
  public DatabaseAccess database() throws IOException {
    return DatabaseAccess.open(
        value("spring.datasource.url"),
        value("spring.datasource.username"),
        value("spring.datasource.password"),
        data());
  }

  private Path data() throws IOException {
    return Path.of(value("amtsbote.data"));
  }

  /** A setting with the gateway's default; null when there is none. */
  public String value(String key) throws IOException {
    if (settings == null) {
      if (!Files.isRegularFile(configuration)) {
        throw new CommandFailure("there is no configuration " + configuration + "; use --config");
      }
      settings = ConfigurationFile.read(configuration);
    }
    return settings.placeholder(key);
  }
}
