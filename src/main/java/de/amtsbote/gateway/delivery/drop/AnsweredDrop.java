package de.amtsbote.gateway.delivery.drop;

import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.mailbox.ExpectedAnswers;
import java.time.Clock;
import java.util.function.Predicate;

/** A drop in two steps: the procedure has the message when it says so. */
final class AnsweredDrop extends FileDrop {

  private final String name;
  private final ExpectedAnswers answers;

  AnsweredDrop(
      String name,
      DropPlaces places,
      ExpectedAnswers answers,
      Clock clock,
      Predicate<String> open) {
    super(name, places, true, clock, open);
    this.name = name;
    this.answers = answers;
  }

  @Override
  public boolean awaitsAnswer(Handover handover) {
    answers.expect(name, handover);
    return true;
  }
}
