package de.amtsbote.osci.client;

/** Whether the last delivery of a dialog is stored, so that another order may acknowledge it. */
final class Confirmation {

  private boolean given;

  void give() {
    given = true;
  }

  boolean isGiven() {
    return given;
  }
}
