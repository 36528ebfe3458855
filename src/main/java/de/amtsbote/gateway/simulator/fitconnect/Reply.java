package de.amtsbote.gateway.simulator.fitconnect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of the double.
 *
 * @param length octets of the body; -1 for none, 0 when it is not known
 * @param body null for none
 */
record Reply(int status, String mediaType, long length, Body body) {

  /** Opens the body. */
  @FunctionalInterface
  interface Body {
    InputStream open() throws IOException;
  }

  static Reply json(int status, Object json) {
    var octets = JsonMapper.shared().writeValueAsBytes(json);
    return new Reply(
        status, "application/json", octets.length, () -> new ByteArrayInputStream(octets));
  }

  static Reply nothing() {
    return new Reply(204, null, -1, null);
  }

  /** A problem document. */
  static Reply problem(int status, String title) {
    var json =
        Map.of(
            "type", "https://schema.fitko.de/fit-connect/submission-api/problems/double",
            "title", title,
            "status", status);
    var octets = JsonMapper.shared().writeValueAsBytes(json);
    return new Reply(
        status, "application/problem+json", octets.length, () -> new ByteArrayInputStream(octets));
  }
}
