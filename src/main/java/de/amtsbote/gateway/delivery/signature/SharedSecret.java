package de.amtsbote.gateway.delivery.signature;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A shared secret by its place; it is read each time, so that it can be changed while running.
 *
 * @param setting what errors call it
 * @param file file whose first line it is; null when a variable holds it
 * @param variable environment variable that holds it
 */
public record SharedSecret(String setting, Path file, String variable) {

  private static final int SHORTEST = 32;

  /**
   * The bytes of the secret.
   *
   * @throws GatewayException {@link ErrorCode#CONFIGURATION_INVALID} when it is missing or has less
   *     than 32 bytes
   */
  public byte[] read() {
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
