package de.amtsbote.gateway.delivery.drop;

import java.io.IOException;

/** Opens the folder of a delivery. */
@FunctionalInterface
interface DropPlaces {

  /**
   * Opens it for one use.
   *
   * @throws IOException when it cannot be reached
   */
  DropPlace open() throws IOException;
}
