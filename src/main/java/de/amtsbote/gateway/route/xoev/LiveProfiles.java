package de.amtsbote.gateway.route.xoev;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.profile.ValidationProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The levels and severities in use; a file that becomes wrong leaves those before in use. */
final class LiveProfiles implements Supplier<ValidationProfiles> {

  private static final Logger LOG = LoggerFactory.getLogger(LiveProfiles.class);

  private final Path file;
  private volatile ValidationProfiles current = ValidationProfiles.NONE;
  private FileTime seen;

  /**
   * Reads them for the first time.
   *
   * @param file null when nothing is decided differently
   * @throws GatewayException CONFIGURATION_INVALID when the file is missing or wrong
   */
  LiveProfiles(Path file) {
    this.file = file;
    if (file != null) {
      try {
        seen = Files.getLastModifiedTime(file);
        current = ValidationProfiles.read(file);
      } catch (IOException | XoevException e) {
        throw new GatewayException(
            ErrorCode.CONFIGURATION_INVALID, "amtsbote.validation: " + why(e), e);
      }
    }
  }

  @Override
  public ValidationProfiles get() {
    return current;
  }

  /** Reads the file again when it changed. */
  synchronized void refresh() {
    if (file == null) {
      return;
    }
    try {
      var now = Files.getLastModifiedTime(file);
      if (!now.equals(seen)) {
        seen = now;
        current = ValidationProfiles.read(file);
        LOG.info("levels and severities of validation taken over from {}", file);
      }
    } catch (IOException | XoevException e) {
      LOG.error("levels and severities refused, those before stay in use: {}", why(e));
    }
  }

  private String why(Exception error) {
    return error instanceof XoevException known ? known.getMessage() : file + " cannot be read";
  }
}
