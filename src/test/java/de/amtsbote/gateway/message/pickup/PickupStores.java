package de.amtsbote.gateway.message.pickup;

import de.amtsbote.gateway.message.MessageKit;

/** Makes pickup stores for tests of other packages. */
public final class PickupStores {

  private PickupStores() {}

  public static PickupStore in(MessageKit kit) {
    return new PickupStore(kit.jdbc);
  }

  public static ObsoleteStore obsolete(MessageKit kit) {
    return new ObsoleteStore(kit.jdbc, kit.clock);
  }
}
