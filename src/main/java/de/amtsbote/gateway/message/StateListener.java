package de.amtsbote.gateway.message;

/**
 * Takes part in every move of a message, in the same transaction: what it writes is committed with
 * the move or not at all. Each bean of this type is called, also for the first state. It must be
 * quick and write to the database only, for the row of the message is locked meanwhile.
 */
@FunctionalInterface
public interface StateListener {

  /** The state and its timeline entry are written; an exception undoes both. */
  void moved(StateChange change);
}
