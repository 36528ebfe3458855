package de.amtsbote.gateway.entry.limits;

/**
 * How an intake gate stands.
 *
 * @param places messages that may come in at the same time, for each door
 * @param rest messages that come in over REST now
 * @param osci orders that come in over OSCI now
 * @param xta requests that come in over XTA now
 * @param freeBytes free space on the fullest disk
 * @param roomEnough whether that is enough
 * @param backlogFull whether so much waits that nothing more is taken
 */
public record GateStatus(
    int places,
    int rest,
    int osci,
    int xta,
    long freeBytes,
    boolean roomEnough,
    boolean backlogFull) {

  /** Whether messages are refused whoever sends them. */
  public boolean isClosed() {
    return !roomEnough || backlogFull;
  }
}
