package de.amtsbote.gateway.entry.fitconnect;

import de.amtsbote.gateway.fitconnect.Problem;
import java.io.IOException;
import java.util.List;

/** A submission cannot be taken, whoever fetches it and whenever. */
final class RejectedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  RejectedException(List<Problem> problems) {
    super(problems.get(0).type());
    this.problems = List.copyOf(problems);
  }

  RejectedException(Problem.Type type, String detail, String instance) {
    this(List.of(Problem.of(type, detail, instance)));
  }

  List<Problem> problems() {
    return problems;
  }
}
