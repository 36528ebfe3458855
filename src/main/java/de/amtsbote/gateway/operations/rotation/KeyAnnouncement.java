package de.amtsbote.gateway.operations.rotation;

import de.amtsbote.gateway.message.rotation.KeyRotation;
import de.amtsbote.gateway.polling.Poller;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Tells from time to time which key this node wraps under; unlike the job, every node does. A key
 * of which no node has told for long may be removed.
 */
final class KeyAnnouncement implements AutoCloseable {

  private static final Duration EVERY = Duration.ofMinutes(10);

  private final KeyRotation rotation;
  private Poller poller;

  KeyAnnouncement(KeyRotation rotation) {
    this.rotation = rotation;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    rotation.announce();
    poller = new Poller("store key", EVERY, rotation::announce);
  }

  @Override
  public void close() {
    if (poller != null) {
      poller.close();
    }
  }
}
