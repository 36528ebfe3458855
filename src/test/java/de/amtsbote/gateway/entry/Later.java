package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.message.ErrorCode;

/** A refusal of something that may be tried again later. */
final class Later {

  private Later() {}

  static void assertRefused(Portal.Answer answer, ErrorCode code) {
    Refusal.assertProblem(answer, code);
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
  }
}
