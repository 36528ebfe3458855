package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.osci.OsciClients;
import de.amtsbote.gateway.osci.OsciFailures;
import de.amtsbote.osci.client.BrokenAnswerException;
import de.amtsbote.osci.client.OsciDialog;
import de.amtsbote.osci.client.ReceivedDelivery;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.model.Timestamp;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties one mailbox into the store. Each delivery is committed before the next order of the
 * dialog goes out, because that order tells the intermediary that it arrived. A delivery that
 * cannot be opened is kept as it came, the dialog is left to time out so that the sender sees no
 * receipt, and a new dialog goes on behind it.
 */
final class MailboxFetch {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxFetch.class);
  private static final int MOST_DIALOGS = 20;

  private final String name;
  private final MailboxProperties.Mailbox mailbox;
  private final LiveDirectory directory;
  private final OsciClients clients;
  private final MailboxIntake intake;
  private final Clock clock;

  /** Deliveries before this were closed; they are left alone for a while. */
  private Instant behind;

  private Instant tryClosedAgainAt = Instant.MIN;

  MailboxFetch(
      String name,
      MailboxProperties.Mailbox mailbox,
      LiveDirectory directory,
      OsciClients clients,
      MailboxIntake intake,
      Clock clock) {
    this.name = name;
    this.mailbox = mailbox;
    this.directory = directory;
    this.clients = clients;
    this.intake = intake;
    this.clock = clock;
  }

  /** Fetches until nothing is left, or only what cannot be opened. */
  synchronized void run() {
    if (!clock.instant().isBefore(tryClosedAgainAt)) {
      behind = null;
    }
    try {
      for (var dialogs = 0; dialogs < MOST_DIALOGS; dialogs++) {
        if (drain()) {
          return;
        }
      }
    } catch (GatewayException e) {
      LOG.warn("mailbox {} waits: {} (incident {})", name, e.getMessage(), e.incident());
    }
  }

  /** One dialog; false when it had to be given up and another one should go on behind. */
  private boolean drain() {
    var intermediary = intermediary();
    try (var dialog = clients.of(mailbox.identity(), intermediary).openDialog()) {
      for (var next = fetch(dialog); next.isPresent(); next = fetch(dialog)) {
        try (var delivery = next.get()) {
          if (!take(delivery)) {
            return false;
          }
        }
      }
      return true;
    } catch (BrokenAnswerException e) {
      e.close();
      throw OsciFailures.of(intermediary.name(), e);
    } catch (IOException e) {
      throw OsciFailures.of(intermediary.name(), e);
    }
  }

  private boolean take(ReceivedDelivery delivery) throws IOException {
    try {
      var receipt = intake.open(name, mailbox, delivery);
      LOG.info("mailbox {}: delivery {} is message {}", name, delivery.messageId(), receipt.id());
      delivery.confirm();
      return true;
    } catch (GatewayException e) {
      if (!Unacceptable.staysClosed(e)) {
        throw e;
      }
      intake.keepClosed(name, mailbox, delivery, e);
      LOG.warn(
          "mailbox {}: delivery {} is kept closed: {} (incident {})",
          name,
          delivery.messageId(),
          e.getMessage(),
          e.incident());
      goOnBehind(delivery);
      return false;
    }
  }

  private void goOnBehind(ReceivedDelivery delivery) {
    behind = createdAt(delivery).plus(1, ChronoUnit.MILLIS);
    tryClosedAgainAt = clock.instant().plus(mailbox.retryClosed());
  }

  private static Instant createdAt(ReceivedDelivery delivery) {
    var card = delivery.processCard().card();
    return card.creation() instanceof Timestamp.Plain plain
        ? plain.time().toInstant()
        : card.recentModification().toInstant();
  }

  private Optional<ReceivedDelivery> fetch(OsciDialog dialog) throws IOException {
    return behind == null
        ? dialog.next()
        : dialog.fetch(
            SelectionRule.receivedSince(OffsetDateTime.ofInstant(behind, clock.getZone())));
  }

  private Intermediary intermediary() {
    return directory
        .get()
        .intermediary(mailbox.intermediary())
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "amtsbote.osci.mailboxes.%s.intermediary names '%s', which the directory lacks"
                        .formatted(name, mailbox.intermediary())));
  }
}
