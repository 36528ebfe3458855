package de.amtsbote.acceptance.fault;

/** A scenario needs something that this machine does not have. */
final class NotPlayedException extends Exception {

  private static final long serialVersionUID = 1L;

  NotPlayedException(String why) {
    super(why);
  }
}
