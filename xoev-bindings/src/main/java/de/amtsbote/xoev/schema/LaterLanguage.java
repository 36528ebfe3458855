package de.amtsbote.xoev.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;

/**
 * Recognises XML Schema 1.1, which the schema processor does not speak; standards of the XÖV family
 * are written in 1.0 (XÖV handbook, NDR-28).
 */
final class LaterLanguage {

  private static final List<String> NEW =
      List.of(
          "override", "assert", "assertion", "alternative", "openContent", "defaultOpenContent");

  private LaterLanguage() {}

  /** What to tell about the first such construct; empty when there is none. */
  static Optional<String> in(SchemaClosure closure) {
    for (Map.Entry<SchemaFile, Document> file : closure.documents().entrySet()) {
      for (String name : NEW) {
        if (!Xs.all(file.getValue(), name).isEmpty()) {
          return Optional.of(
              "; "
                  + file.getKey().name()
                  + " is XML Schema 1.1 (xs:"
                  + name
                  + "), only 1.0 is read");
        }
      }
    }
    return Optional.empty();
  }
}
