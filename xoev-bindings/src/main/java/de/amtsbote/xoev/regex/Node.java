package de.amtsbote.xoev.regex;

import java.util.List;

/** A parsed pattern. */
sealed interface Node {

  record Chars(CharSet set) implements Node {}

  record Sequence(List<Node> parts) implements Node {}

  record Choice(List<Node> branches) implements Node {}

  /** {@code max} is -1 for no upper bound. */
  record Repeat(Node child, int min, int max) implements Node {}
}
