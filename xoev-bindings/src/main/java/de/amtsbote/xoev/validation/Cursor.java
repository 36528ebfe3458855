package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.schema.TypePlan;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.xml.sax.Locator;

/** Where the reader is in the message: path with positions, line, type of the current element. */
final class Cursor {

  private static final int MOST_NAMES = 64;

  private static final int RECENT = 1_024;

  private final Set<String> distinct = new HashSet<>();
  private final String[] recent = new String[RECENT];

  private Locator locator;
  private int depth;
  private String[] names = new String[32];
  private int[] positions = new int[32];
  private Siblings[] siblings = new Siblings[32];
  private TypePlan plan;

  /**
   * How often which name came among the children of one element; names are interned by the parser.
   */
  private static final class Siblings {
    private String[] names = new String[8];
    private int[] counts = new int[8];
    private int size;

    int next(String name) {
      for (int i = 0; i < size; i++) {
        if (names[i] == name) {
          return ++counts[i];
        }
      }
      if (size == MOST_NAMES) {
        return 0;
      }
      if (size == names.length) {
        names = Arrays.copyOf(names, size * 2);
        counts = Arrays.copyOf(counts, size * 2);
      }
      names[size] = name;
      counts[size++] = 1;
      return 1;
    }
  }

  void start(Locator where) {
    locator = where;
    depth = 0;
    plan = null;
    distinct.clear();
    Arrays.fill(recent, null);
    if (siblings[0] != null) {
      siblings[0].size = 0;
    }
  }

  void push(String localName) {
    if (depth + 1 >= names.length) {
      names = Arrays.copyOf(names, depth * 2);
      positions = Arrays.copyOf(positions, depth * 2);
      siblings = Arrays.copyOf(siblings, depth * 2);
    }
    if (siblings[depth] == null) {
      siblings[depth] = new Siblings();
    }
    names[depth] = localName;
    positions[depth] = siblings[depth].next(localName);
    if (positions[depth] <= 1) {
      remember(localName);
    }
    depth++;
    if (siblings[depth] != null) {
      siblings[depth].size = 0;
    }
    plan = null;
  }

  /** Most names were met a moment ago; names are interned by the parser. */
  private void remember(String localName) {
    int slot = localName.hashCode() & (RECENT - 1);
    if (recent[slot] != localName) {
      recent[slot] = localName;
      distinct.add(localName);
    }
  }

  void pop() {
    depth--;
    plan = null;
  }

  /** How many different element names came so far. */
  int distinctNames() {
    return distinct.size();
  }

  int depth() {
    return depth;
  }

  /** The plan of the type of the element whose content is being read; null when unknown. */
  TypePlan plan() {
    return plan;
  }

  void plan(TypePlan of) {
    plan = of;
  }

  Place place() {
    return new Place(line(), column(), path());
  }

  /** Line and column in one number. */
  long position() {
    return (long) line() << 32 | column();
  }

  Place placeOfAttribute(String name) {
    return new Place(line(), column(), path() + "/@" + name);
  }

  private int line() {
    return locator == null ? 0 : Math.max(0, locator.getLineNumber());
  }

  private int column() {
    return locator == null ? 0 : Math.max(0, locator.getColumnNumber());
  }

  private String path() {
    var path = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      path.append('/').append(names[i]);
      if (positions[i] > 0) {
        path.append('[').append(positions[i]).append(']');
      }
    }
    return path.toString();
  }
}
