package de.amtsbote.gateway.message.work;

/** Lets this node stop taking work while what it has begun goes on. */
public interface WorkControl {

  /** Takes no more work; what runs goes on. */
  void pause();

  /** Takes work again. */
  void resume();

  /** How many messages and jobs this node works on now. */
  int running();

  /**
   * Shows that this node lives although it is paused, so that nobody takes over what it still works
   * on; to be called every few seconds meanwhile.
   */
  void showLife();
}
