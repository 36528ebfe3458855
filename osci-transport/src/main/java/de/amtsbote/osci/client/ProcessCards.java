package de.amtsbote.osci.client;

import de.amtsbote.osci.model.ProcessCardBundle;
import java.util.List;

/**
 * Process cards that match a question.
 *
 * @param cards in the order of the intermediary
 * @param more whether others match too (3801)
 */
public record ProcessCards(List<ProcessCardBundle> cards, boolean more) {

  /** Copies the cards. */
  public ProcessCards {
    cards = List.copyOf(cards);
  }
}
