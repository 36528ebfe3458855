package de.amtsbote.gateway.entry.limits;

/** A place with room for a body, taken until it is closed. */
final class Stay implements Permit {

  private final Permit all;
  private final Room.Space space;

  Stay(Permit all, Room.Space space) {
    this.all = all;
    this.space = space;
  }

  /** So much of the body has come. */
  void came(long bytes) {
    space.came(bytes);
  }

  @Override
  public Stay and(Permit other) {
    return new Stay(all.and(other), space);
  }

  @Override
  public void close() {
    all.close();
  }
}
