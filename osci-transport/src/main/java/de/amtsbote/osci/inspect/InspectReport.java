package de.amtsbote.osci.inspect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was found, as a tree of maps, lists, texts, numbers, booleans and nulls. The names are
 * stable and documented; they are those of the conformance vectors.
 *
 * @param tree the findings, in the order in which they are written
 */
public record InspectReport(Map<String, Object> tree) {

  /** Copies the tree. */
  public InspectReport {
    tree = Collections.unmodifiableMap(new LinkedHashMap<>(tree));
  }

  /** Whether everything that was checked is right. */
  public boolean accepted() {
    return "accept".equals(tree.get("verdict"));
  }

  /** At which layer it was refused. */
  public Optional<String> rejectLayer() {
    return Optional.ofNullable((String) tree.get("rejectLayer"));
  }

  /** The JSON form, indented. */
  public String toJson() {
    return new JsonText().write(tree);
  }

  /** The same for people, one line per fact. */
  public String toText() {
    return new PlainText().write(tree);
  }
}
