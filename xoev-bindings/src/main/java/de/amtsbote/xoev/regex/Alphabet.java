package de.amtsbote.xoev.regex;

import java.util.Arrays;
import java.util.TreeSet;

/** Classes of code points that no part of a pattern tells apart. */
final class Alphabet {

  private static final int TABLE = 0x2100;

  private final int[] starts;
  private final short[] table = new short[TABLE];

  Alphabet(Nfa nfa) throws PatternParser.Unsupported {
    var cuts = new TreeSet<Integer>();
    cuts.add(0);
    for (Nfa.State state : nfa.states) {
      if (state.on != null) {
        for (CharSet.Range range : state.on.ranges()) {
          cuts.add(range.first());
          cuts.add(range.last() + 1);
        }
      }
    }
    if (cuts.size() > Short.MAX_VALUE) {
      throw new PatternParser.Unsupported("too many character classes");
    }
    starts = cuts.stream().mapToInt(Integer::intValue).toArray();
    for (int c = 0; c < TABLE; c++) {
      table[c] = (short) search(c);
    }
  }

  int size() {
    return starts.length;
  }

  int classOf(int codePoint) {
    return codePoint < TABLE ? table[codePoint] : search(codePoint);
  }

  int representative(int characterClass) {
    return starts[characterClass];
  }

  private int search(int codePoint) {
    int found = Arrays.binarySearch(starts, codePoint);
    return found >= 0 ? found : -found - 2;
  }
}
