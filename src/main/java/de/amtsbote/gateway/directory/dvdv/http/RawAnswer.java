package de.amtsbote.gateway.directory.dvdv.http;

import java.net.http.HttpHeaders;
import java.util.Locale;

/** An answer as it came. */
record RawAnswer(int status, HttpHeaders headers, byte[] body) {

  /** Media type without parameters, lower case; empty when there is none. */
  String mediaType() {
    return headers
        .firstValue("Content-Type")
        .map(it -> it.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }
}
