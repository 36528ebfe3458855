package de.amtsbote.gateway.operations;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server whose gateway was killed: found by its own pid file and stopped in order. */
record LeftoverDatabase(Path data) {

  private static final Logger LOG = LoggerFactory.getLogger(LeftoverDatabase.class);
  private static final int WAIT_SECONDS = 30;

  /** Stops it; the caller holds the lock of the directory, so no living gateway uses it. */
  void stop() throws IOException {
    var pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    var running = running(pidFile);
    if (running.isPresent()) {
      LOG.info("Stopping the PostgreSQL (process {}) of a killed gateway", running.get().pid());
      stop(running.get());
    } else {
      // after a restart of the machine another process may bear this number
      Files.delete(pidFile);
    }
  }

  private Optional<ProcessHandle> running(Path pidFile) throws IOException {
    var lines = Files.readAllLines(pidFile);
    if (lines.size() < 2 || !lines.get(0).strip().matches("\\d+")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().command().orElse("").contains("postgres"))
        .filter(process -> Path.of(lines.get(1).strip()).equals(data));
  }

  private void stop(ProcessHandle server) {
    server.destroy();
    try {
      server.onExit().get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new GatewayException(
          ErrorCode.DATABASE_NOT_STARTABLE, "process " + server.pid() + " does not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GatewayException(ErrorCode.DATABASE_NOT_STARTABLE, "interrupted", e);
    }
  }
}
