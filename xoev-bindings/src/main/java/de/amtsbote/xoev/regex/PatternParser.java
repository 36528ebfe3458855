package de.amtsbote.xoev.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses the regular expressions of XML Schema 1.0 part 2, appendix F. Escapes whose meaning
 * depends on a Unicode release ({@code \p}, {@code \w}, {@code \d}, {@code \i}, {@code \c}) are
 * left to the schema processor, so that both never differ.
 */
final class PatternParser {

  /** Marks a pattern that this parser leaves alone. */
  static final class Unsupported extends Exception {
    private static final long serialVersionUID = 1L;

    Unsupported(String what) {
      super(what);
    }
  }

  private static final CharSet SPACE =
      CharSet.union(List.of(CharSet.range(9, 10), CharSet.of(13), CharSet.of(32)));
  private static final CharSet LINE_END = CharSet.union(List.of(CharSet.of(10), CharSet.of(13)));

  private final int[] text;
  private int at;

  private PatternParser(String pattern) {
    this.text = pattern.codePoints().toArray();
  }

  static Node parse(String pattern) throws Unsupported {
    var parser = new PatternParser(pattern);
    Node node = parser.choice();
    if (parser.at != parser.text.length) {
      throw new Unsupported("trailing characters");
    }
    return node;
  }

  private Node choice() throws Unsupported {
    var branches = new ArrayList<Node>();
    branches.add(sequence());
    while (has('|')) {
      at++;
      branches.add(sequence());
    }
    return branches.size() == 1 ? branches.get(0) : new Node.Choice(branches);
  }

  private Node sequence() throws Unsupported {
    var parts = new ArrayList<Node>();
    while (at < text.length && text[at] != '|' && text[at] != ')') {
      parts.add(piece());
    }
    return new Node.Sequence(parts);
  }

  private Node piece() throws Unsupported {
    Node atom = atom();
    if (at >= text.length) {
      return atom;
    }
    switch (text[at]) {
      case '?':
        at++;
        return new Node.Repeat(atom, 0, 1);
      case '*':
        at++;
        return new Node.Repeat(atom, 0, -1);
      case '+':
        at++;
        return new Node.Repeat(atom, 1, -1);
      case '{':
        return quantified(atom);
      default:
        return atom;
    }
  }

  private Node quantified(Node atom) throws Unsupported {
    at++;
    int min = number().orElseThrow(() -> new Unsupported("quantifier"));
    int max = min;
    if (has(',')) {
      at++;
      max = number().orElse(-1);
    }
    expect('}');
    if (max >= 0 && max < min) {
      throw new Unsupported("quantifier");
    }
    return new Node.Repeat(atom, min, max);
  }

  private Optional<Integer> number() throws Unsupported {
    int value = 0;
    int start = at;
    while (at < text.length && text[at] >= '0' && text[at] <= '9') {
      value = value * 10 + (text[at++] - '0');
      if (value > 1_000) {
        throw new Unsupported("large quantifier");
      }
    }
    return at == start ? Optional.empty() : Optional.of(value);
  }

  private Node atom() throws Unsupported {
    int c = text[at];
    switch (c) {
      case '(':
        at++;
        Node inner = choice();
        expect(')');
        return inner;
      case '[':
        at++;
        return new Node.Chars(group());
      case '.':
        at++;
        return new Node.Chars(LINE_END.complement());
      case '\\':
        at++;
        return new Node.Chars(escape());
      case '?', '*', '+', '{', '}', ']':
        throw new Unsupported("metacharacter");
      default:
        at++;
        return new Node.Chars(CharSet.of(c));
    }
  }

  /**
   * The inside of {@code [...]}, with negation and subtraction; the opening bracket is consumed.
   */
  private CharSet group() throws Unsupported {
    boolean negated = has('^');
    if (negated) {
      at++;
    }
    var members = new ArrayList<CharSet>();
    CharSet subtracted = null;
    while (!has(']')) {
      if (has('-') && at + 1 < text.length && text[at + 1] == '[') {
        at += 2;
        subtracted = group();
        break;
      }
      members.add(member());
    }
    expect(']');
    if (members.isEmpty()) {
      throw new Unsupported("empty class");
    }
    CharSet set = CharSet.union(members);
    CharSet signed = negated ? set.complement() : set;
    return subtracted == null ? signed : signed.minus(subtracted);
  }

  private CharSet member() throws Unsupported {
    CharSet first = single();
    boolean range = has('-') && at + 1 < text.length && text[at + 1] != ']' && text[at + 1] != '[';
    if (!range) {
      return first;
    }
    at++;
    CharSet last = single();
    int from = only(first);
    int to = only(last);
    if (from > to) {
      throw new Unsupported("range");
    }
    return CharSet.range(from, to);
  }

  private CharSet single() throws Unsupported {
    if (at >= text.length || text[at] == '[') {
      throw new Unsupported("class");
    }
    int c = text[at++];
    return c == '\\' ? escape() : CharSet.of(c);
  }

  private static int only(CharSet set) throws Unsupported {
    CharSet.Range range = set.ranges().get(0);
    if (set.ranges().size() != 1 || range.first() != range.last()) {
      throw new Unsupported("range of classes");
    }
    return range.first();
  }

  private CharSet escape() throws Unsupported {
    if (at >= text.length) {
      throw new Unsupported("escape");
    }
    int c = text[at++];
    return switch (c) {
      case 'n' -> CharSet.of('\n');
      case 'r' -> CharSet.of('\r');
      case 't' -> CharSet.of('\t');
      case 's' -> SPACE;
      case 'S' -> SPACE.complement();
      case '\\', '|', '.', '-', '^', '?', '*', '+', '{', '}', '(', ')', '[', ']' -> CharSet.of(c);
      default -> throw new Unsupported("escape " + Character.toString(c));
    };
  }

  private boolean has(char c) {
    return at < text.length && text[at] == c;
  }

  private void expect(char c) throws Unsupported {
    if (!has(c)) {
      throw new Unsupported("missing " + c);
    }
    at++;
  }
}
