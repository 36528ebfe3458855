package de.amtsbote.xoev.regex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A set of code points as sorted, disjoint, closed ranges. */
record CharSet(List<Range> ranges) {

  record Range(int first, int last) {}

  static final int MAX = Character.MAX_CODE_POINT;

  CharSet {
    ranges = List.copyOf(ranges);
  }

  static CharSet of(int codePoint) {
    return range(codePoint, codePoint);
  }

  static CharSet range(int first, int last) {
    return new CharSet(List.of(new Range(first, last)));
  }

  /** The union, with overlapping and touching ranges joined. */
  static CharSet union(List<CharSet> sets) {
    var all = new ArrayList<Range>();
    sets.forEach(set -> all.addAll(set.ranges));
    all.sort(Comparator.comparingInt(Range::first));
    var joined = new ArrayList<Range>();
    for (Range next : all) {
      Range before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (before != null && next.first() <= before.last() + 1) {
        int last = Math.max(before.last(), next.last());
        joined.set(joined.size() - 1, new Range(before.first(), last));
      } else {
        joined.add(next);
      }
    }
    return new CharSet(joined);
  }

  CharSet complement() {
    var rest = new ArrayList<Range>();
    int from = 0;
    for (Range range : ranges) {
      if (range.first() > from) {
        rest.add(new Range(from, range.first() - 1));
      }
      from = range.last() + 1;
    }
    if (from <= MAX) {
      rest.add(new Range(from, MAX));
    }
    return new CharSet(rest);
  }

  CharSet minus(CharSet other) {
    return union(List.of(complement(), other)).complement();
  }

  boolean contains(int codePoint) {
    return ranges.stream().anyMatch(r -> r.first() <= codePoint && codePoint <= r.last());
  }
}
