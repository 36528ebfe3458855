package de.amtsbote.gateway.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class WebhookSlotsTest {

  private final WebhookSlots slots = new WebhookSlots(1);
  private final ArrayList<String> told = new ArrayList<>();

  @Test
  void portalThatFindsNoSlot_waitsForItsNextTurn() {
    slots.runIfFree(
        () -> {
          told.add("slow");
          slots.runIfFree(() -> told.add("other"));
        });
    slots.runIfFree(() -> told.add("other, later"));

    assertThat(told).containsExactly("slow", "other, later");
  }

  @Test
  void failure_givesTheSlotBack() {
    assertThatThrownBy(
            () ->
                slots.runIfFree(
                    () -> {
                      throw new IllegalStateException("database away");
                    }))
        .isInstanceOf(IllegalStateException.class);

    slots.runIfFree(() -> told.add("next"));

    assertThat(told).containsExactly("next");
  }
}
