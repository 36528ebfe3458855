package de.amtsbote.osci.model;

import java.util.Arrays;

/**
 * A header block of a foreign name space, e.g. message meta data of XTA, as canonical octets.
 *
 * @param id its {@code Id}, unique in the message
 * @param namespace of its element
 * @param localName of its element
 * @param octets the element, UTF-8, without XML declaration
 */
public record HeaderBlock(String id, String namespace, String localName, byte[] octets) {

  @Override
  public boolean equals(Object other) {
    return other instanceof HeaderBlock that
        && id.equals(that.id)
        && Arrays.equals(octets, that.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  @Override
  public String toString() {
    return "HeaderBlock[" + id + ", {" + namespace + "}" + localName + "]";
  }
}
