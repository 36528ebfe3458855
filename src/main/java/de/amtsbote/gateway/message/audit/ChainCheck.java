package de.amtsbote.gateway.message.audit;

import de.amtsbote.gateway.message.TimelineChain;
import de.amtsbote.gateway.message.audit.ChainBreak.Fault;
import java.util.List;
import java.util.Optional;

/** Compares one timeline with its hashes and with what its message says of it. */
final class ChainCheck {

  private final Head head;
  private final List<Link> links;

  private ChainCheck(Head head, List<Link> links) {
    this.head = head;
    this.links = links;
  }

  /** The first place that does not hold; empty when all does. */
  static Optional<ChainBreak> of(Head head, List<Link> links) {
    return new ChainCheck(head, links).firstBreak();
  }

  private Optional<ChainBreak> firstBreak() {
    var previous = TimelineChain.START;
    for (var index = 0; index < links.size(); index++) {
      var broken = check(links.get(index), index + 1, previous);
      if (broken.isPresent()) {
        return broken;
      }
      previous = links.get(index).hash();
    }
    return checkEnd(previous);
  }

  private Optional<ChainBreak> check(Link link, int expected, String previous) {
    if (link.sequence() != expected) {
      return found(expected, Fault.ENTRY_MISSING, "the next entry has number " + link.sequence());
    }
    if (!link.previousHash().equals(previous)) {
      return found(
          expected, Fault.LINK_BROKEN, "its previous hash is not the hash of the entry before");
    }
    var computed =
        TimelineChain.hash(
            head.id(),
            link.sequence(),
            link.at(),
            List.of(link.event(), link.state()),
            link.code(),
            link.actor(),
            link.details(),
            link.previousHash());
    return computed.filter(link.hash()::equals).isPresent()
        ? Optional.empty()
        : found(expected, Fault.ENTRY_CHANGED, "its content does not have the hash that it bears");
  }

  private Optional<ChainBreak> checkEnd(String last) {
    if (links.size() < head.length()) {
      return found(
          links.size() + 1,
          Fault.END_CUT_OFF,
          "it ends after %d entries, %d were written".formatted(links.size(), head.length()));
    }
    if (links.size() > head.length()) {
      return found(
          head.length() + 1,
          Fault.ENTRY_ADDED,
          "it has %d entries, %d were written".formatted(links.size(), head.length()));
    }
    if (!last.equals(head.hash())) {
      return found(
          links.size(), Fault.HEAD_DIFFERS, "its hash is not the one that the message keeps");
    }
    var state = links.isEmpty() ? "" : links.get(links.size() - 1).state();
    return state.equals(head.state())
        ? Optional.empty()
        : found(
            links.size(),
            Fault.STATE_DIFFERS,
            "it says %s, the message is %s".formatted(state, head.state()));
  }

  private Optional<ChainBreak> found(int sequence, Fault fault, String details) {
    return Optional.of(new ChainBreak(head.id(), head.tenant(), sequence, fault, details));
  }
}
