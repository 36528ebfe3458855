package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.delivery.mailbox.Acknowledgement;
import de.amtsbote.gateway.delivery.mailbox.ProcessingStatus;
import java.time.Instant;

/**
 * What a reader said of a message.
 *
 * @param at when it was said first
 * @param reason null without
 * @param replyId the answer that came along; null without
 */
record AcknowledgementView(
    ProcessingStatus status, Instant at, String account, String reason, String replyId) {

  static AcknowledgementView of(Acknowledgement said) {
    return new AcknowledgementView(
        said.status(),
        said.at(),
        said.account(),
        said.reason(),
        said.reply() == null ? null : said.reply().toString());
  }
}
