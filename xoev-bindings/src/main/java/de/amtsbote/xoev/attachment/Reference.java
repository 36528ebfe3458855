package de.amtsbote.xoev.attachment;

import de.amtsbote.xoev.Place;
import java.util.Map;

/** What a message says of a file beside it. */
record Reference(Place place, Map<String, String> fields) {

  String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
