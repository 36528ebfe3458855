package de.amtsbote.gateway.osci;

/**
 * Who gets a message, and under which own identity it goes out; kept as the destination of the
 * transmission, so that the receipt is asked for by who sent it.
 *
 * @param partner logical name in the directory
 * @param identity name of the own identity
 */
record OsciDestination(String partner, String identity) {

  private static final String VIA = " via ";

  static OsciDestination parse(String destination) {
    var at = destination.lastIndexOf(VIA);
    return new OsciDestination(
        destination.substring(0, at), destination.substring(at + VIA.length()));
  }

  @Override
  public String toString() {
    return partner + VIA + identity;
  }
}
