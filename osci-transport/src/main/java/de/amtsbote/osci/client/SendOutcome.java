package de.amtsbote.osci.client;

import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.ProcessCardBundle;
import java.io.IOException;
import java.util.Optional;

/** What became of a delivery that was sent. */
public sealed interface SendOutcome {

  /**
   * The intermediary has it and will keep it.
   *
   * @param feedback with its warnings (3xxx), which hinder nothing
   * @param card the process card, if the intermediary gave one
   */
  record Accepted(Feedback feedback, Optional<ProcessCardBundle> card) implements SendOutcome {}

  /**
   * Nobody knows: the order may have been executed. Ask for the process card; if there is none,
   * send it again under the same message id.
   */
  record Unclear(IOException why) implements SendOutcome {}

  /** It was not taken over, but may be later. */
  record Postponed(IOException why) implements SendOutcome {}

  /** It was refused, and will be refused again. */
  record Rejected(IOException why) implements SendOutcome {}
}
