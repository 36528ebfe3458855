package de.amtsbote.gateway.message.event;

import de.amtsbote.gateway.message.MessageKit;

/** Makes event stores for tests of other packages. */
public final class EventStores {

  private EventStores() {}

  public static EventStore in(MessageKit kit) {
    return new EventStore(kit.jdbc, kit.transaction);
  }

  /** From now on the moves of the kit's messages are recorded. */
  public static EventRecorder record(MessageKit kit, boolean push) {
    var recorder = new EventRecorder(in(kit), (tenant, account) -> push);
    kit.listeners.add(recorder);
    return recorder;
  }
}
