package de.amtsbote.gateway.operations.retention;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.retention.MessageGroup;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept after a message has ended; messages under way are never touched.
 *
 * @param content time after which content is erased; 0 for never
 * @param evidence time after which the message itself with timeline, hand-overs and idempotency key
 *     is removed; 0 for never
 * @param events time for which the feed of portals goes back
 * @param every how often it is looked for what is to be removed
 * @param batch messages removed in one transaction
 * @param rules other times for some messages; the first rule that fits counts
 */
@ConfigurationProperties("amtsbote.retention")
public record RetentionProperties(
    @DefaultValue("90d") Duration content,
    @DefaultValue("3650d") Duration evidence,
    @DefaultValue("30d") Duration events,
    @DefaultValue("1h") Duration every,
    @DefaultValue("100") int batch,
    @DefaultValue List<Rule> rules) {

  /** Refuses times that contradict each other. */
  public RetentionProperties {
    check("amtsbote.retention", content, evidence);
    for (var rule : rules) {
      var times = rule.or(content, evidence);
      check("a rule of amtsbote.retention.rules", times.content(), times.evidence());
    }
  }

  /** The times for a group of messages. */
  Times of(MessageGroup group) {
    return rules.stream()
        .filter(rule -> rule.fits(group))
        .findFirst()
        .map(rule -> rule.or(content, evidence))
        .orElseGet(() -> new Times(content, evidence));
  }

  private static void check(String where, Duration content, Duration evidence) {
    if (!evidence.isZero() && (content.isZero() || evidence.compareTo(content) < 0)) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          where + ": evidence is kept at least as long as content");
    }
  }

  /** Times for the messages that fit; what is not given fits all. */
  public record Rule(
      String tenant, String standard, String service, Duration content, Duration evidence) {

    boolean fits(MessageGroup group) {
      return fits(tenant, group.tenant())
          && fits(standard, group.standard())
          && fits(service, group.service());
    }

    private static boolean fits(String wanted, String actual) {
      return wanted == null || wanted.equals(actual);
    }

    private Times or(Duration otherContent, Duration otherEvidence) {
      return new Times(
          content == null ? otherContent : content, evidence == null ? otherEvidence : evidence);
    }
  }

  /** The two times; zero for ever. */
  record Times(Duration content, Duration evidence) {}
}
