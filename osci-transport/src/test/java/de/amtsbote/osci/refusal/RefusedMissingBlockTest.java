package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.testing.Inspected;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A block that the schema of the order demands is left out. */
class RefusedMissingBlockTest {

  private final Attack attack = new Attack();

  private byte[] without(String block) {
    return Attack.edit(
        attack.message(Attack.plain(), OrderSecurity.NONE),
        t -> t.replaceFirst("(?s)<osci:" + block + ".*?</osci:[A-Za-z]+>", ""));
  }

  @Test
  void oneOfTheTwoWantedTimes_isMissed() throws IOException {
    OsciException refusal = attack.refusal(without("QualityOfTimestamp"));

    assertThat(refusal.rule()).isEqualTo(Rule.STRUCTURE);
    assertThat(refusal.error().feedback()).contains(FeedbackCode.NO_VALID_MESSAGE);
  }

  @Test
  void missingMessageId_canBeReadSoThatItIsAnsweredByItsCode() throws IOException {
    attack.assertAccepted(without("MessageId"));
  }

  @Test
  void missingMessageId_isNotAcceptedByWhoLooksIntoTheMessage() throws IOException {
    var tree = Inspected.report(without("MessageId"), Inspected.OPTIONS).tree();

    assertThat(tree).containsEntry("rejectLayer", "structure");
    assertThat(tree).containsEntry("feedbackCode", "9800");
  }
}
