package de.amtsbote.xoev.install;

import de.amtsbote.xoev.schema.Xs;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Tells from the names of declared elements which header the messages of a standard have. */
final class HeaderProfileGuess {

  private HeaderProfileGuess() {}

  static String of(List<Document> documents) {
    Set<String> names = new HashSet<>();
    for (Document document : documents) {
      for (Element element : Xs.all(document, "element")) {
        String ref = element.getAttribute("ref");
        names.add(element.getAttribute("name"));
        names.add(ref.substring(ref.indexOf(':') + 1));
      }
    }
    if (names.stream().anyMatch(name -> name.matches("nachrichtenkopf\\.[gbc]2[gbc]"))) {
      return "g2g";
    }
    if (names.contains("ProzessID")
        && (names.contains("Kopf") || names.contains("nachrichtenkopf"))) {
      return "xdomea";
    }
    if (names.contains("nachrichtenkopf")) {
      if (names.contains("eigeneNachrichtenID")) {
        return "xjustiz";
      }
      return names.contains("identifikation.nachricht") ? "nachrichtenkopf" : "elements";
    }
    return names.contains("header") && names.contains("nachrichtID") ? "elements" : "none";
  }
}
