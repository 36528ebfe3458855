package de.amtsbote.acceptance.site;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A procedure that looks into a folder and answers by files. */
public final class FolderProcedure {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path inbox;

  /** Looks into this folder, which need not be there yet. */
  public FolderProcedure(Path inbox) {
    this.inbox = inbox;
  }

  /** Waits until the message with this payload is ready; its delivery id. */
  public String awaitReady(byte[] payload) {
    String sha256 = Sha256.of(payload);
    return await("a folder with payload " + sha256 + " is ready")
        .atMost(PATIENCE)
        .until(() -> ready(sha256), Optional::isPresent)
        .orElseThrow();
  }

  /** How often a payload lies there. */
  public long count(byte[] payload) {
    String sha256 = Sha256.of(payload);
    return names().stream().filter(name -> holds(name, sha256)).count();
  }

  /** Takes the message over. */
  public void accepts(String deliveryId) throws IOException {
    answers(deliveryId, ".accepted", "");
  }

  /** Sends the message back. */
  public void rejects(String deliveryId, String reason) throws IOException {
    answers(deliveryId, ".rejected", reason);
  }

  /** Waits until the gateway has tidied up what was answered. */
  public void awaitTidy(String deliveryId) {
    await("nothing is left of " + deliveryId)
        .atMost(PATIENCE)
        .until(() -> names().stream().noneMatch(name -> name.startsWith(deliveryId)));
  }

  private void answers(String deliveryId, String suffix, String text) throws IOException {
    Path growing = Files.writeString(inbox.resolve(deliveryId + ".tmp"), text);
    Files.move(growing, inbox.resolve(deliveryId + suffix), StandardCopyOption.ATOMIC_MOVE);
  }

  private Optional<String> ready(String sha256) {
    return names().stream()
        .filter(name -> Files.exists(inbox.resolve(name + ".ready")))
        .filter(name -> holds(name, sha256))
        .findFirst();
  }

  private boolean holds(String name, String sha256) {
    Path payload = inbox.resolve(name).resolve("payload.xml");
    try {
      return Files.exists(payload) && Sha256.of(Files.readAllBytes(payload)).equals(sha256);
    } catch (IOException gone) {
      return false;
    }
  }

  private List<String> names() {
    if (Files.notExists(inbox)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(inbox)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
