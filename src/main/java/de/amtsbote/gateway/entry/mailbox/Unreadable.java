package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.osci.client.BrokenAnswerException;
import de.amtsbote.osci.client.OsciDialog;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.SelectionRule.ByReception;
import de.amtsbote.osci.model.SelectionRule.CardRole;
import de.amtsbote.osci.model.SelectionRule.Filter;
import de.amtsbote.osci.model.Timestamp;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the delivery whose answer cannot be read. That answer says nothing of itself, but the
 * oldest delivery comes first, and the process cards tell which one that is.
 */
final class Unreadable {

  private static final Set<Rule> TOO_MUCH =
      EnumSet.of(Rule.MIME_LIMIT, Rule.SIZE_LIMIT, Rule.XML_LIMIT);

  /** Some intermediaries know no earlier times. */
  private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

  private static final int MOST_CARDS = 1000;
  private static final int MOST_TRIES = 3;

  private MessageId last;
  private int tries;

  /** Where the octets of an answer are read from. */
  @FunctionalInterface
  interface Octets {
    InputStream open() throws IOException;
  }

  /** Whether it is larger than anything that is read, so that trying again is of no use. */
  static boolean isTooMuch(OsciException why) {
    return TOO_MUCH.contains(why.rule());
  }

  /**
   * The delivery that is to be put aside; empty while it may be the intermediary or the line that
   * is broken.
   *
   * @param dialog another one than that of the answer
   * @param behind only deliveries from this time on were asked for; null: all
   */
  Optional<ProcessCardBundle> hopeless(OsciDialog dialog, Instant behind, OsciException why)
      throws IOException {
    if (!isTooMuch(why) && !(why instanceof BrokenAnswerException)) {
      return Optional.empty();
    }
    var first = oldest(dialog, behind == null ? LONG_AGO : behind);
    if (isTooMuch(why) || first.isEmpty()) {
      return first;
    }
    var id = first.get().messageId();
    tries = id.equals(last) ? tries + 1 : 1;
    last = id;
    return first.filter(it -> tries >= MOST_TRIES);
  }

  private static Optional<ProcessCardBundle> oldest(OsciDialog dialog, Instant from)
      throws IOException {
    var unread =
        new ByReception(from.atOffset(ZoneOffset.UTC), new Filter(CardRole.ADDRESSEE, true));
    return dialog.processCards(unread, MOST_CARDS).cards().stream()
        .filter(it -> it.card().reception() == null && !createdAt(it).isBefore(from))
        .min(Comparator.comparing(Unreadable::createdAt));
  }

  /** When the intermediary took it over. */
  static Instant createdAt(ProcessCardBundle delivery) {
    var card = delivery.card();
    return card.creation() instanceof Timestamp.Plain plain
        ? plain.time().toInstant()
        : card.recentModification().toInstant();
  }
}
