package de.amtsbote.gateway.operations.deadlines;

import de.amtsbote.gateway.message.pickup.Pickup;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long messages may lie until their reader picks them up.
 *
 * @param alertAfter time after which portal and operator are told; 0 for never
 * @param expireAfter time after which the message ends as expired; 0 for never
 * @param grace how long a message is not ended while nobody can be asked whether it was picked up
 * @param every how often it is looked for such messages
 * @param rules other times for some messages; the first rule that fits counts
 */
@ConfigurationProperties("amtsbote.deadlines")
public record DeadlineProperties(
    @DefaultValue("3d") Duration alertAfter,
    @DefaultValue("30d") Duration expireAfter,
    @DefaultValue("1d") Duration grace,
    @DefaultValue("5m") Duration every,
    @DefaultValue List<Rule> rules) {

  /** The times for a hand-over. */
  Deadline of(Pickup pickup) {
    return rules.stream()
        .filter(rule -> rule.fits(pickup))
        .findFirst()
        .map(rule -> rule.or(alertAfter, expireAfter))
        .orElseGet(() -> new Deadline(alertAfter, expireAfter));
  }

  /** The shortest of all times: what lies for less needs no look. */
  Duration shortest() {
    return Stream.concat(
            Stream.of(alertAfter, expireAfter),
            rules.stream().flatMap(it -> Stream.of(it.alertAfter, it.expireAfter)))
        .filter(Objects::nonNull)
        .filter(it -> !it.isZero())
        .min(Duration::compareTo)
        .orElse(Duration.ofDays(36500));
  }

  /**
   * Times for the messages that fit; what is not given fits all.
   *
   * @param partner logical name of the partner
   * @param route id of the route that handed the message over
   */
  public record Rule(
      String tenant,
      String standard,
      String messageType,
      String service,
      String partner,
      String route,
      Duration alertAfter,
      Duration expireAfter) {

    boolean fits(Pickup pickup) {
      return fits(tenant, pickup.tenant())
          && fits(standard, pickup.standard())
          && fits(messageType, pickup.messageType())
          && fits(service, pickup.service())
          && fits(partner, pickup.partner())
          && fits(route, pickup.route());
    }

    private static boolean fits(String wanted, String actual) {
      return wanted == null || wanted.equals(actual);
    }

    private Deadline or(Duration otherAlert, Duration otherEnd) {
      return new Deadline(
          alertAfter == null ? otherAlert : alertAfter,
          expireAfter == null ? otherEnd : expireAfter);
    }
  }

  /** The two times; zero for never. */
  record Deadline(Duration alertAfter, Duration expireAfter) {}
}
