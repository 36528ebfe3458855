package de.amtsbote.xoev.install;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A package is one release of a standard: what mixes several would give a message the wrong one.
 */
final class Releases {

  private Releases() {}

  /**
   * Looks for two releases beside each other: the same schema with different content, or the same
   * messages in two versions of one standard.
   *
   * @throws XoevException ({@link XoevError#PACKAGE_AMBIGUOUS}) naming them
   */
  static void refuseSeveral(
      List<String> namespaces, SchemaSurvey survey, Function<String, StandardFacts> factsOf) {
    Map<String, String> versions = new HashMap<>();
    Map<String, String> places = new HashMap<>();
    for (String namespace : namespaces) {
      if (!survey.differing(namespace).isEmpty()) {
        throw several(String.join(", ", survey.differing(namespace)) + " with different content");
      }
      StandardFacts facts = factsOf.apply(namespace);
      String standard = facts.kennung().isEmpty() ? facts.nameTechnical() : facts.kennung();
      String other = places.putIfAbsent(standard, namespace);
      if (other == null) {
        versions.put(standard, facts.version());
      } else if (!versions.get(standard).equals(facts.version())
          && !Collections.disjoint(survey.roots(other), survey.roots(namespace))) {
        String name = facts.nameTechnical() + " ";
        throw several(name + versions.get(standard) + " and " + name + facts.version());
      }
    }
    for (String namespace : namespaces) {
      List<String> twice = survey.versionsOfRepeated(namespace);
      if (twice.size() > 1) {
        throw several("versions " + String.join(" and ", twice) + " in " + namespace);
      }
    }
  }

  private static XoevException several(String which) {
    return new XoevException(XoevError.PACKAGE_AMBIGUOUS, which);
  }
}
