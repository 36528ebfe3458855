package de.amtsbote.xoev.standard;

/**
 * A message type of a standard.
 *
 * @param namespace namespace of the root element
 * @param name local name of the root element, such as {@code baugenehmigung.antrag.0200}
 */
public record MessageRoot(String namespace, String name) {

  /**
   * The message type: the digits at the end of the name when it has the XÖV form, else the name.
   */
  public String messageType() {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return last.length() >= 3 && last.chars().allMatch(c -> c >= '0' && c <= '9') ? last : name;
  }
}
