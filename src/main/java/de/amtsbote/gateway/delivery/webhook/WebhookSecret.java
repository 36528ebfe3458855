package de.amtsbote.gateway.delivery.webhook;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.WebhookSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A shared secret by its place; it is read each time, so that it can be changed while running. */
record WebhookSecret(String setting, Path file, String variable) {

  private static final int SHORTEST = 32;

  /** The secret, and the next one while they change. */
  static List<WebhookSecret> of(String name, WebhookSettings settings) {
    var secrets = new ArrayList<WebhookSecret>();
    secrets.add(
        new WebhookSecret(name + ".secret-file", settings.secretFile(), settings.secretEnv()));
    if (settings.nextSecretFile() != null || settings.nextSecretEnv() != null) {
      secrets.add(
          new WebhookSecret(
              name + ".next-secret-file", settings.nextSecretFile(), settings.nextSecretEnv()));
    }
    return secrets;
  }

  /**
   * The bytes of the secret.
   *
   * @throws GatewayException {@link ErrorCode#CONFIGURATION_INVALID} when it is missing or has less
   *     than 32 bytes
   */
  byte[] read() {
    var bytes = text().strip().getBytes(StandardCharsets.UTF_8);
    if (bytes.length < SHORTEST) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          setting + ": the secret needs at least " + SHORTEST + " bytes");
    }
    return bytes;
  }

  private String text() {
    if (file == null) {
      var value = variable == null ? null : System.getenv(variable);
      return value == null ? "" : value;
    }
    try (var lines = Files.lines(file)) {
      return lines.findFirst().orElse("");
    } catch (IOException e) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID, setting + " cannot be read: " + file, e);
    }
  }

  /** Never the secret itself. */
  @Override
  public String toString() {
    return setting;
  }
}
