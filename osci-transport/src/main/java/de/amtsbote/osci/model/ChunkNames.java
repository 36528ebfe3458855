package de.amtsbote.osci.model;

/**
 * In which name space a peer puts the elements of chunked transfer: those of the supplement EFFI
 * have one of their own since Korrigenda 7, and stood in that of the standard before.
 */
public enum ChunkNames {
  OSCI_2017("osci2017:"),
  OSCI("osci:");

  private final String prefix;

  ChunkNames(String prefix) {
    this.prefix = prefix;
  }

  /** What stands before the names, with its colon. */
  public String prefix() {
    return prefix;
  }
}
