package de.amtsbote.gateway.message.load;

import de.amtsbote.gateway.message.MessageKit;

/** Makes load stores for tests of other packages. */
public final class LoadStores {

  private LoadStores() {}

  public static LoadStore in(MessageKit kit) {
    return new LoadStore(kit.jdbc);
  }
}
