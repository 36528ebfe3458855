package de.amtsbote.xoev.reply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where in an answer something is to be written.
 *
 * @param path local names below the root
 * @param twin the element of the received message that says the same; for author and reader, which
 *     change places, the other one
 * @param party true within author or reader
 * @param reason the reason that is being written, -1 outside of reasons
 */
record Spot(List<String> path, Optional<Fragment> twin, boolean party, int reason) {

  private static final List<List<String>> PARTIES =
      List.of(
          List.of("leser", "autor"),
          List.of("autor", "leser"),
          List.of("absender", "empfaenger"),
          List.of("empfaenger", "absender"),
          List.of("Absender", "Empfaenger"),
          List.of("Empfaenger", "Absender"));

  static Spot root(Fragment received) {
    return new Spot(List.of(), Optional.of(received), false, -1);
  }

  Spot below(String name) {
    var longer = Stream.concat(path.stream(), Stream.of(name)).toList();
    String opposite = inHeader() && !party ? opposite(name) : name;
    boolean inParty = party || !opposite.equals(name);
    return new Spot(longer, twin.flatMap(t -> t.child(opposite)), inParty, reason);
  }

  Spot at(Fragment sibling) {
    return new Spot(path, Optional.of(sibling), party, reason);
  }

  Spot ofReason(int index) {
    return new Spot(path, twin, party, index);
  }

  private static String opposite(String name) {
    return PARTIES.stream()
        .filter(pair -> pair.get(0).equals(name))
        .map(pair -> pair.get(1))
        .findFirst()
        .orElse(name);
  }

  /** True within the message header. */
  boolean inHeader() {
    return !path.isEmpty() && path.get(0).toLowerCase(Locale.ROOT).matches(".*kopf.*|header");
  }

  /** Local name in lower case; empty at the root. */
  String name() {
    return path.isEmpty() ? "" : path.get(path.size() - 1).toLowerCase(Locale.ROOT);
  }

  String text() {
    return twin.map(Fragment::text).orElse("");
  }

  /** As a path for people and for settings. */
  String asPath() {
    return String.join("/", path);
  }
}
