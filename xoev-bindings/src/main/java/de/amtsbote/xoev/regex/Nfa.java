package de.amtsbote.xoev.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The nondeterministic automaton of a pattern (Thompson's construction). */
final class Nfa {

  private static final int MAX_STATES = 20_000;

  /** What leads out of a state: free steps, or one set of characters to one state. */
  static final class State {
    final List<Integer> free = new ArrayList<>(2);
    CharSet on;
    int to = -1;
    BitSet closure;
  }

  final List<State> states = new ArrayList<>();
  final int start;
  final int end;

  Nfa(Node node) throws PatternParser.Unsupported {
    start = state();
    end = add(node, start);
  }

  private int state() throws PatternParser.Unsupported {
    if (states.size() >= MAX_STATES) {
      throw new PatternParser.Unsupported("pattern too large");
    }
    states.add(new State());
    return states.size() - 1;
  }

  /** Adds the node behind {@code from} and says where it ends. */
  private int add(Node node, int from) throws PatternParser.Unsupported {
    if (node instanceof Node.Chars chars) {
      int to = state();
      int own = state();
      states.get(from).free.add(own);
      states.get(own).on = chars.set();
      states.get(own).to = to;
      return to;
    }
    if (node instanceof Node.Sequence sequence) {
      int at = from;
      for (Node part : sequence.parts()) {
        at = add(part, at);
      }
      return at;
    }
    if (node instanceof Node.Choice choice) {
      List<Node> branches = joined(choice.branches());
      if (branches.size() == 1) {
        return add(branches.get(0), from);
      }
      int to = state();
      for (Node branch : branches) {
        int begin = state();
        states.get(from).free.add(begin);
        states.get(add(branch, begin)).free.add(to);
      }
      return to;
    }
    return repeat((Node.Repeat) node, from);
  }

  /** Single letters are one set of letters; patterns of whole repertoires list 900 of them. */
  private static List<Node> joined(List<Node> branches) {
    var letters = new ArrayList<CharSet>();
    var others = new ArrayList<Node>();
    for (Node branch : branches) {
      if (branch instanceof Node.Chars chars) {
        letters.add(chars.set());
      } else {
        others.add(branch);
      }
    }
    if (!letters.isEmpty()) {
      others.add(0, new Node.Chars(CharSet.union(letters)));
    }
    return others;
  }

  private int repeat(Node.Repeat repeat, int from) throws PatternParser.Unsupported {
    int at = from;
    for (int i = 0; i < repeat.min(); i++) {
      at = add(repeat.child(), at);
    }
    if (repeat.max() < 0) {
      int loop = state();
      states.get(at).free.add(loop);
      states.get(add(repeat.child(), loop)).free.add(loop);
      int to = state();
      states.get(loop).free.add(to);
      return to;
    }
    int to = state();
    for (int i = repeat.min(); i < repeat.max(); i++) {
      states.get(at).free.add(to);
      at = add(repeat.child(), at);
    }
    states.get(at).free.add(to);
    return to;
  }
}
