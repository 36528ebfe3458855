package de.amtsbote.gateway.message.retention;

import de.amtsbote.gateway.message.MessageKit;

/** Makes the stores of retention for tests of other packages. */
public final class RetentionStores {

  private RetentionStores() {}

  public static RetentionStore in(MessageKit kit) {
    return new RetentionStore(kit.jdbc, kit.transaction, kit.store);
  }

  public static ErasureStore report(MessageKit kit) {
    return new ErasureStore(kit.jdbc);
  }

  public static ContentMonthStore months(MessageKit kit) {
    return new ContentMonthStore(kit.jdbc, kit.transaction);
  }

  public static HoldStore holds(MessageKit kit) {
    return new HoldStore(kit.jdbc, kit.transaction, kit.store, kit.clock);
  }
}
