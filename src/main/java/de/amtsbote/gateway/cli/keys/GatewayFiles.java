package de.amtsbote.gateway.cli.keys;

import de.amtsbote.gateway.cli.CommandFailure;
import de.amtsbote.gateway.cli.ConfigurationFile;
import de.amtsbote.gateway.operations.DatabaseAccess;
import de.amtsbote.gateway.security.KeyFiles;
import de.amtsbote.gateway.security.KeyRingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the configuration, and what the commands find by it. */
final class GatewayFiles {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "application.yaml",
      description = "The gateway's configuration (default: ${DEFAULT-VALUE}).")
  private Path configuration;

  private ConfigurationFile settings;

  KeyRingFile ring() throws IOException {
    var files = new KeyFiles("true".equals(value("amtsbote.sample-certificates-allowed")));
    var file = value("amtsbote.key-ring.file");
    return file == null
        ? KeyRingFile.in(data(), files)
        : new KeyRingFile(Path.of(file), Path.of(value("amtsbote.key-ring.password-file")), files);
  }

  String current() throws IOException {
    var alias = value("amtsbote.key-ring.store-key");
    return alias == null ? "payload-1" : alias;
  }

  DatabaseAccess database() throws IOException {
    return DatabaseAccess.open(
        value("spring.datasource.url"),
        value("spring.datasource.username"),
        value("spring.datasource.password"),
        data());
  }

  private Path data() throws IOException {
    return Path.of(value("amtsbote.data"));
  }

  private String value(String key) throws IOException {
    if (settings == null) {
      if (!Files.isRegularFile(configuration)) {
        throw new CommandFailure("there is no configuration " + configuration + "; use --config");
      }
      settings = ConfigurationFile.read(configuration);
    }
    return settings.placeholder(key);
  }
}
