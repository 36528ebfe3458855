package de.amtsbote.gateway.message.pickup;

/**
 * A way on which readers are asked whether they have come. When a hand-over is due to be asked for
 * (see {@link PickupStore#askNow}), whoever goes that way asks soon, and keeps the time of the
 * answer with it; only then a message that nobody picked up expires.
 */
@FunctionalInterface
public interface LastLook {

  /** True when it is asked on this way for such a hand-over. */
  boolean asks(Pickup pickup);
}
