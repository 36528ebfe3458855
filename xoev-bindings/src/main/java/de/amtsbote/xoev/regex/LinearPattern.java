package de.amtsbote.xoev.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pattern facet of XML Schema as a deterministic automaton: each character of a text is looked at
 * once. The JDK's own matcher compares every position with all earlier ones, which takes seconds on
 * a text of 200,000 characters.
 */
public final class LinearPattern {

  private static final int MAX_STATES = 4_000;
  private static final int DEAD = -1;
  private static final int UNDECIDED = -2;

  private final Alphabet alphabet;
  private final int[][] next;
  private final boolean[] accepting;

  private LinearPattern(Alphabet alphabet, List<int[]> next, BitSet accepting) {
    this.alphabet = alphabet;
    this.next = next.toArray(int[][]::new);
    this.accepting = new boolean[this.next.length];
    accepting.stream().forEach(state -> this.accepting[state] = true);
  }

  /** The automaton of the pattern; empty when only the schema processor can be asked. */
  public static Optional<LinearPattern> compile(String pattern) {
    try {
      return Optional.of(determine(new Nfa(PatternParser.parse(pattern))));
    } catch (PatternParser.Unsupported left) {
      return Optional.empty();
    }
  }

  /** True when the whole text matches. */
  public boolean matches(CharSequence text) {
    return firstMismatch(text) < 0;
  }

  /**
   * Where the text stops matching: -1 when it matches, its length when only more text could match,
   * else the index of the first character that no matching text could have there.
   */
  public int firstMismatch(CharSequence text) {
    if (text instanceof CharBlock block) {
      int at = plainMismatch(block.array(), block.length());
      if (at != UNDECIDED) {
        return at;
      }
    }
    int state = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      int c = text.charAt(i);
      int from = i;
      if (Character.isHighSurrogate((char) c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        c = Character.toCodePoint((char) c, text.charAt(++i));
      }
      state = next[state][alphabet.classOf(c)];
      if (state == DEAD) {
        return from;
      }
    }
    return accepting[state] ? -1 : length;
  }

  /** The fast way for texts without surrogates. */
  private int plainMismatch(char[] text, int length) {
    int state = 0;
    for (int i = 0; i < length; i++) {
      char c = text[i];
      if (Character.isSurrogate(c)) {
        return UNDECIDED;
      }
      state = next[state][alphabet.classOf(c)];
      if (state == DEAD) {
        return i;
      }
    }
    return accepting[state] ? -1 : length;
  }

  private static LinearPattern determine(Nfa nfa) throws PatternParser.Unsupported {
    var alphabet = new Alphabet(nfa);
    Map<BitSet, Integer> known = new HashMap<>();
    List<int[]> next = new ArrayList<>();
    var accepting = new BitSet();
    var open = new ArrayDeque<BitSet>();
    var start = new BitSet();
    start.set(nfa.start);
    register(close(nfa, start), known, open);
    while (!open.isEmpty()) {
      BitSet set = open.removeFirst();
      if (set.get(nfa.end)) {
        accepting.set(next.size());
      }
      next.add(row(nfa, alphabet, set, known, open));
      if (known.size() > MAX_STATES) {
        throw new PatternParser.Unsupported("automaton too large");
      }
    }
    return new LinearPattern(alphabet, next, accepting);
  }

  private static int[] row(
      Nfa nfa, Alphabet alphabet, BitSet set, Map<BitSet, Integer> known, ArrayDeque<BitSet> open) {
    int[] row = new int[alphabet.size()];
    var reached = new BitSet[alphabet.size()];
    set.stream()
        .mapToObj(nfa.states::get)
        .filter(state -> state.on != null)
        .forEach(state -> reach(alphabet, state, reached));
    Map<BitSet, Integer> seen = new HashMap<>();
    for (int c = 0; c < row.length; c++) {
      row[c] =
          reached[c] == null
              ? DEAD
              : seen.computeIfAbsent(reached[c], to -> register(close(nfa, to), known, open));
    }
    return row;
  }

  private static void reach(Alphabet alphabet, Nfa.State state, BitSet[] reached) {
    for (CharSet.Range range : state.on.ranges()) {
      int last = alphabet.classOf(range.last());
      for (int c = alphabet.classOf(range.first()); c <= last; c++) {
        if (reached[c] == null) {
          reached[c] = new BitSet();
        }
        reached[c].set(state.to);
      }
    }
  }

  private static int register(BitSet set, Map<BitSet, Integer> known, ArrayDeque<BitSet> open) {
    Integer number = known.get(set);
    if (number == null) {
      number = known.size();
      known.put(set, number);
      open.addLast(set);
    }
    return number;
  }

  /** Everything that can be reached without a character; remembered for each single state. */
  private static BitSet close(Nfa nfa, BitSet set) {
    var closed = new BitSet();
    for (int state = set.nextSetBit(0); state >= 0; state = set.nextSetBit(state + 1)) {
      Nfa.State from = nfa.states.get(state);
      if (from.closure == null) {
        from.closure = reachable(nfa, state);
      }
      closed.or(from.closure);
    }
    return closed;
  }

  private static BitSet reachable(Nfa nfa, int start) {
    var reached = new BitSet();
    var work = new ArrayDeque<Integer>();
    reached.set(start);
    work.add(start);
    while (!work.isEmpty()) {
      for (int to : nfa.states.get(work.removeFirst()).free) {
        if (!reached.get(to)) {
          reached.set(to);
          work.add(to);
        }
      }
    }
    return reached;
  }
}
