package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** Waits for what becomes of a message. */
final class States {

  /** Long enough for a busy machine. */
  static final Duration SOON = Duration.ofSeconds(60);

  private States() {}

  static void awaitState(PortalClient portal, String id, String state) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(portal.state(id))
                    .as(() -> portal.message(id).toPrettyString())
                    .isEqualTo(state));
  }
}
