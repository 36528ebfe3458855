package de.amtsbote.osci.xml;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;

/**
 * Refuses octets that stand in no UTF-8 (RFC 3629, section 4): characters in more octets than they
 * need, surrogates, and what is beyond Unicode. A parser that reads them would find markup where
 * {@link Markers} sees none.
 */
final class ShortestForm {

  private int before;

  /** Checks octets that follow those of the last call. */
  void check(byte[] octets, int start, int end) throws OsciException {
    int previous = before;
    for (int at = start; at < end; at++) {
      int octet = octets[at] & 0xff;
      if (octet >= 0x80 && isWrong(previous, octet)) {
        throw new OsciException(Rule.XML_MALFORMED, "not UTF-8");
      }
      previous = octet;
    }
    before = previous;
  }

  private static boolean isWrong(int previous, int octet) {
    return switch (previous) {
      case 0xE0 -> octet < 0xA0;
      case 0xED -> octet > 0x9F;
      case 0xF0 -> octet < 0x90;
      case 0xF4 -> octet > 0x8F;
      default -> octet == 0xC0 || octet == 0xC1 || octet > 0xF4;
    };
  }
}
