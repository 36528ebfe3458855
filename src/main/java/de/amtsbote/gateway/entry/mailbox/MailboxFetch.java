package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.entry.scan.Suspects;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Receipt;
import de.amtsbote.gateway.osci.OsciClients;
import de.amtsbote.gateway.osci.OsciFailures;
import de.amtsbote.osci.client.BrokenAnswerException;
import de.amtsbote.osci.client.OsciDialog;
import de.amtsbote.osci.client.ReceivedDelivery;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
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

  /** What is too large today is so tomorrow, and costs as much again. */
  private static final Duration NO_HASTE = Duration.ofDays(1);

  private final String name;
  private final MailboxProperties.Mailbox mailbox;
  private final LiveDirectory directory;
  private final OsciClients clients;
  private final MailboxIntake intake;
  private final Suspects suspects;
  private final Unreadable unreadable = new Unreadable();
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
      Suspects suspects,
      Clock clock) {
    this.suspects = suspects;
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
    try (var dialog = dialog(intermediary)) {
      for (var next = fetch(dialog); next.isPresent(); next = fetch(dialog)) {
        try (var delivery = next.get()) {
          if (!take(delivery)) {
            return false;
          }
        }
      }
      return true;
    } catch (BrokenAnswerException e) {
      try (e) {
        if (putAside(intermediary, e, e::openOctets)) {
          return false;
        }
      }
      throw OsciFailures.of(intermediary.name(), e);
    } catch (OsciException e) {
      if (putAside(intermediary, e, InputStream::nullInputStream)) {
        return false;
      }
      throw OsciFailures.of(intermediary.name(), e);
    } catch (IOException e) {
      throw OsciFailures.of(intermediary.name(), e);
    }
  }

  private OsciDialog dialog(Intermediary intermediary) throws IOException {
    var limits = ReadLimits.upTo(mailbox.largest().toBytes());
    return clients.of(mailbox.identity(), intermediary, limits).openDialog();
  }

  /** True when it is known at which delivery reading ends again and again, and that is kept. */
  private boolean putAside(Intermediary intermediary, OsciException why, Unreadable.Octets octets) {
    try (var dialog = dialog(intermediary)) {
      var hopeless = unreadable.hopeless(dialog, behind, why);
      if (hopeless.isEmpty()) {
        return false;
      }
      var card = hopeless.get();
      var error = new GatewayException(ErrorCode.OSCI_CONTENT_INVALID, why.error().describe(), why);
      try (var kept = Unreadable.isTooMuch(why) ? InputStream.nullInputStream() : octets.open()) {
        intake.keepUnread(name, mailbox, card.messageId(), kept, error);
      }
      said(card.messageId(), error);
      goOnBehind(card, Unreadable.isTooMuch(why) ? NO_HASTE : Duration.ZERO);
      return true;
    } catch (IOException e) {
      LOG.info("mailbox {}: nobody tells which delivery cannot be read", name);
      return false;
    }
  }

  private boolean take(ReceivedDelivery delivery) throws IOException {
    try {
      var receipt =
          suspects.<Receipt, IOException>show(
              delivery.messageId().value(), () -> intake.open(name, mailbox, delivery));
      LOG.info("mailbox {}: delivery {} is message {}", name, delivery.messageId(), receipt.id());
      delivery.confirm();
      return true;
    } catch (GatewayException e) {
      if (!Unacceptable.staysClosed(e)) {
        throw e;
      }
      intake.keepClosed(name, mailbox, delivery, e);
      said(delivery.messageId(), e);
      goOnBehind(delivery.processCard(), Duration.ZERO);
      return false;
    }
  }

  private void said(MessageId delivery, GatewayException why) {
    LOG.warn(
        "mailbox {}: delivery {} is kept closed: {} (incident {})",
        name,
        delivery,
        why.getMessage(),
        why.incident());
  }

  private void goOnBehind(ProcessCardBundle delivery, Duration atLeast) {
    var rest = mailbox.retryClosed().compareTo(atLeast) < 0 ? atLeast : mailbox.retryClosed();
    behind = Unreadable.createdAt(delivery).plus(1, ChronoUnit.MILLIS);
    tryClosedAgainAt = clock.instant().plus(rest);
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
