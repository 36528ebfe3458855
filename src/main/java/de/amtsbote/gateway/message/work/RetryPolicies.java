package de.amtsbote.gateway.message.work;

import java.util.random.RandomGenerator;

/** The policy for each message: that of its partner, else of its route, else that for all. */
final class RetryPolicies {

  private final WorkProperties settings;
  private final RandomGenerator random;

  RetryPolicies(WorkProperties settings, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
  }

  /**
   * The policy after a failure.
   *
   * @param route id of the route; null when none took the message
   * @param partner logical name of partner or delivery that the failed step was for; null without
   */
  RetryPolicy of(String route, String partner) {
    var retry =
        Retry.of(partner == null ? null : settings.partners().get(partner))
            .orElse(route == null ? null : settings.routes().get(route))
            .orElse(new Retry(settings.budget(), settings.firstBackoff(), settings.maxBackoff()));
    return new RetryPolicy(retry.firstBackoff(), retry.maxBackoff(), retry.budget(), random);
  }
}
