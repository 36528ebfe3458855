package de.amtsbote.osci.endtoend;

import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.testing.Shared;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares contents by their reference names and hashes. */
final class Recorded {

  private Recorded() {}

  /** What the description of a vector says. */
  static Map<String, String> contents(String vector) throws IOException {
    var contents = new TreeMap<String, String>();
    for (var container : (List<?>) Shared.meta(vector).get("containers")) {
      for (var content : (List<?>) ((Map<?, ?>) container).get("contents")) {
        var facts = (Map<?, ?>) content;
        contents.put((String) facts.get("refId"), (String) facts.get("sha256"));
      }
    }
    return contents;
  }

  /** What was received. */
  static Map<String, String> contents(OpenedContent opened)
      throws IOException, NoSuchAlgorithmException {
    var contents = new TreeMap<String, String>();
    for (var container : opened.containers()) {
      for (var item : container.items()) {
        try (var in = ((OpenedItem.Octets) item).open()) {
          var hash = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
          contents.put(item.refId(), HexFormat.of().formatHex(hash));
        }
      }
    }
    return contents;
  }
}
