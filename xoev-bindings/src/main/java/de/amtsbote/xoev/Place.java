package de.amtsbote.xoev;

/**
 * A place in a message.
 *
 * @param line from 1; 0 for unknown
 * @param column from 1; 0 for unknown
 * @param path path of the element; may be empty
 */
public record Place(int line, int column, String path) {

  /** The message as a whole. */
  public static final Place NOWHERE = new Place(0, 0, "");
}
