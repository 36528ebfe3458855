package de.amtsbote.gateway.directory;

/** What a source says to a question. */
public sealed interface Answer {

  /** It knows who it is. */
  record Found(Entry entry) implements Answer {}

  /**
   * It knows nobody.
   *
   * @param why for people
   */
  record Nobody(String why) implements Answer {}
}
