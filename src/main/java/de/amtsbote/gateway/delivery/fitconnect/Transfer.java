package de.amtsbote.gateway.delivery.fitconnect;

import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.fitconnect.FitConnectSendingStore.Sending;
import de.amtsbote.gateway.fitconnect.EventLog;
import de.amtsbote.gateway.fitconnect.FitConnectApi;
import de.amtsbote.gateway.fitconnect.FitConnectException;
import de.amtsbote.gateway.fitconnect.FitConnectProperties;
import de.amtsbote.gateway.fitconnect.SubmissionEvent.Type;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Brings a hand-over into a destination, once. What was announced is kept before anything is
 * uploaded; every later attempt asks the event log first, and goes on under the same id where the
 * submission was not handed in yet: the delivery service takes an id only once.
 */
final class Transfer {

  private static final Set<Type> AFTER_SUBMITTING =
      EnumSet.of(
          Type.SUBMIT_SUBMISSION,
          Type.NOTIFY_SUBMISSION,
          Type.FORWARD_SUBMISSION,
          Type.ACCEPT_SUBMISSION,
          Type.REJECT_SUBMISSION);

  private enum Progress {
    /** It is announced. */
    OPEN,
    /** Its destination has it. */
    SUBMITTED,
    /** It was never handed in, and cannot be any more. */
    GONE
  }

  private final String name;
  private final FitConnectProperties.Receiver receiver;
  private final FitConnectApi api;
  private final EventLog log;
  private final Targets targets;
  private final SubmissionBook book;

  Transfer(
      String name,
      FitConnectProperties.Receiver receiver,
      FitConnectApi api,
      EventLog log,
      Targets targets,
      SubmissionBook book) {
    this.name = name;
    this.receiver = receiver;
    this.api = api;
    this.log = log;
    this.targets = targets;
    this.book = book;
  }

  void run(Handover handover) throws IOException {
    var transmission = UUID.fromString(handover.deliveryId());
    var id = book.id(transmission);
    var before = book.of(transmission, id);
    var progress = before.isPresent() ? progress(before.get()) : Progress.GONE;
    if (progress == Progress.SUBMITTED) {
      book.submitted(before.get(), null);
      return;
    }
    var target = targets.of(handover.about());
    var sending = progress == Progress.OPEN ? before.get() : announce(handover, id, target);
    try {
      send(sending, new OutgoingSubmission(handover, target));
    } catch (FitConnectException e) {
      if (e.mayGetBetter()) {
        throw e;
      }
      refused(sending, e);
    }
  }

  private Sending announce(Handover handover, String before, Target target) throws IOException {
    var ids = OutgoingSubmission.attachmentIds(handover);
    return book.announced(
        handover,
        before,
        api.announce(receiver.id(), ids, target.publicService(), receiver.region()));
  }

  private void send(Sending sending, OutgoingSubmission content) throws IOException {
    content.attach(api, sending.submission());
    book.submitting(sending);
    book.submitted(sending, content.submit(api, sending.submission()));
  }

  /** Only the delivery service knows how an attempt ended whose answer was lost. */
  private Progress progress(Sending sending) throws IOException {
    if (sending.submitted()) {
      return Progress.SUBMITTED;
    }
    try {
      var types = EnumSet.noneOf(Type.class);
      log.sound(sending.submission(), sending.caseId()).forEach(it -> types.add(it.type()));
      if (types.stream().anyMatch(AFTER_SUBMITTING::contains)) {
        return Progress.SUBMITTED;
      }
      if (!types.contains(Type.DELETE_SUBMISSION)) {
        return Progress.OPEN;
      }
      if (sending.submitting()) {
        // the event that says it was handed in may be one that cannot be checked any more
        throw unclear(sending, null);
      }
      return Progress.GONE;
    } catch (FitConnectException e) {
      if (!e.isUnknown()) {
        throw e;
      }
      // the log of what was handed in may be thrown away, too
      if (sending.submitting()) {
        throw unclear(sending, e);
      }
      return Progress.GONE;
    }
  }

  private GatewayException unclear(Sending sending, FitConnectException why) {
    return new GatewayException(
        ErrorCode.DELIVERY_REFUSED,
        "delivery %s: the delivery service cannot tell any more whether submission %s was handed in"
            .formatted(name, sending.submission()),
        why);
  }

  /**
   * Another node may have been faster; and what was only announced is thrown away after a while.
   */
  private void refused(Sending sending, FitConnectException refusal) throws IOException {
    var progress = progress(sending);
    if (progress == Progress.SUBMITTED) {
      book.submitted(sending, null);
      return;
    }
    if (refusal.isUnknown()) {
      book.forget(sending);
    }
    if (refusal.isUnknown() || refusal.isConflict()) {
      throw new GatewayException(
          ErrorCode.DELIVERY_UNAVAILABLE,
          "delivery %s: submission %s cannot be completed now"
              .formatted(name, sending.submission()),
          refusal);
    }
    if (progress == Progress.OPEN) {
      // for good: whatever becomes of its log, nothing of it has arrived
      book.notSubmitted(sending);
    }
    throw refusal;
  }
}
