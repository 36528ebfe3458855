package de.amtsbote.gateway.route;

/**
 * A route decided that the sender must act. Route authors throw it by {@code throwException}; the
 * message of the exception is shown to the sender.
 */
public final class RouteRejection extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * The message is rejected.
   *
   * @param reason shown to the sender: must hold neither payload nor personal data
   */
  public RouteRejection(String reason) {
    super(reason);
  }
}
