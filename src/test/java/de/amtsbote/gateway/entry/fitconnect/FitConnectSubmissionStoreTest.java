package de.amtsbote.gateway.entry.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.entry.fitconnect.Submission.Verdict;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Traits;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long a submission is remembered that was fetched. */
@GatewayTest
class FitConnectSubmissionStoreTest {

  private static final int MANY = 1000;

  @Autowired FitConnectSubmissionStore submissions;
  @Autowired MessageStore messages;
  @Autowired Clock clock;

  private final String destination = UUID.randomUUID().toString();
  private final UUID id = UUID.randomUUID();

  @Test
  void submissionThatIsOver_isForgotten() {
    add(null);
    submissions.told(destination, id);

    submissions.forget(clock.instant().plus(Duration.ofDays(1)), MANY);

    assertThat(submissions.knows(destination, id)).isFalse();
  }

  @Test
  void submissionThatIsOverSinceAShortTime_isRemembered() {
    add(null);
    submissions.told(destination, id);

    submissions.forget(clock.instant().minus(Duration.ofDays(1)), MANY);

    assertThat(submissions.knows(destination, id)).isTrue();
  }

  @Test
  void submissionWhoseSenderHasNotHeard_isRemembered() {
    add(null);

    submissions.forget(clock.instant().plus(Duration.ofDays(1)), MANY);

    assertThat(submissions.open(destination, MANY)).hasSize(1);
  }

  @Test
  void submissionWhoseMessageIsThere_isRemembered() throws Exception {
    try (var intake = messages.intake()) {
      intake.add(
          PartRole.PAYLOAD, "a.xml", "text/xml", new ByteArrayInputStream("<a/>".getBytes()));
      var traits = new Traits("xdemo", "1.0", "0100", "gae:7", "ags:1", "urn:example:dienst", null);
      var entry = new Entry(EntryKind.FIT_CONNECT, destination);
      add(intake.commit(new NewMessage("stadt", entry, id.toString(), traits)).id());
    }
    submissions.told(destination, id);

    submissions.forget(clock.instant().plus(Duration.ofDays(1)), MANY);

    assertThat(submissions.knows(destination, id)).isTrue();
  }

  private void add(MessageId message) {
    submissions.add(
        destination,
        new Submission(id, UUID.randomUUID(), message, null, null, Verdict.REJECTED, List.of()));
  }
}
