package de.amtsbote.xoev.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Gathers values at paths while somebody else reads the message. Namespaces of children do not
 * matter, because standards differ in qualifying them.
 */
public final class PathCollector {

  private static final int MOST_TEXT = 4_096;

  /** The attributes of an element, whatever reader they come from. */
  public interface Names {
    /** Number of attributes. */
    int count();

    /** Local name of an attribute. */
    String name(int index);

    /** Value of an attribute. */
    String value(int index);
  }

  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Long> positions = new HashMap<>();
  private final List<Paths> open = new ArrayList<>();
  private final LongSupplier position;
  private Paths current;
  private StringBuilder text;
  private int skipped;
  private boolean ended;
  private boolean done;

  /**
   * @param paths what to gather
   * @param position the place in the message at this moment, for {@link #positions()}
   */
  public PathCollector(Paths paths, LongSupplier position) {
    this.current = paths;
    this.position = position;
  }

  /** The root element starts. */
  public void root(Names attributes) {
    attributes(current, attributes);
  }

  /** An element below the root starts. */
  public void start(String localName, Names attributes) {
    Paths child = skipped > 0 ? null : current.child(localName);
    if (child == null) {
      skipped++;
      return;
    }
    open.add(current);
    current = child;
    attributes(current, attributes);
    text = null;
    if (current.path() != null) {
      text = new StringBuilder();
      positions.putIfAbsent(current.path(), position.getAsLong());
    }
  }

  /** True when the next characters belong to a value. */
  public boolean wantsText() {
    return text != null && skipped == 0 && text.length() < MOST_TEXT;
  }

  /** Characters of the element that is open. */
  public void characters(char[] buffer, int start, int length) {
    text.append(buffer, start, length);
  }

  /** An element ends. */
  public void end() {
    if (skipped > 0) {
      skipped--;
      return;
    }
    if (text != null) {
      values.putIfAbsent(current.path(), text.toString().strip());
      text = null;
    }
    if (open.isEmpty() || current.isEnd()) {
      ended = current.isEnd();
      done = true;
      return;
    }
    current = open.remove(open.size() - 1);
  }

  private void attributes(Paths at, Names attributes) {
    if (!at.attributes().isEmpty()) {
      for (int i = 0; i < attributes.count(); i++) {
        String path = at.attributes().get(attributes.name(i));
        if (path != null) {
          values.putIfAbsent(path, attributes.value(i));
          positions.putIfAbsent(path, position.getAsLong());
        }
      }
    }
  }

  /** True when nothing more is of interest. */
  public boolean isDone() {
    return done;
  }

  /** True when an element ended behind which nothing more is of interest. */
  public boolean hasEnded() {
    return ended;
  }

  /** What was found, by path. */
  public Map<String, String> values() {
    return values;
  }

  /** Where it was found, by path. */
  public Map<String, Long> positions() {
    return positions;
  }
}
