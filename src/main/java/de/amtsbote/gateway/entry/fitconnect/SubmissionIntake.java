package de.amtsbote.gateway.entry.fitconnect;

import de.amtsbote.gateway.entry.body.Readable;
import de.amtsbote.gateway.fitconnect.AuthenticationTags;
import de.amtsbote.gateway.fitconnect.EncryptedSubmission;
import de.amtsbote.gateway.fitconnect.EventLog;
import de.amtsbote.gateway.fitconnect.FitConnectApi;
import de.amtsbote.gateway.fitconnect.FitConnectApi.Waiting;
import de.amtsbote.gateway.fitconnect.FitConnectException;
import de.amtsbote.gateway.fitconnect.Metadata;
import de.amtsbote.gateway.fitconnect.Problem;
import de.amtsbote.gateway.fitconnect.SubmissionEvent;
import de.amtsbote.gateway.fitconnect.jose.JoseException;
import de.amtsbote.gateway.fitconnect.jose.OversizeException;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Receipt;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.correlation.Correlation;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.osci.spool.Spool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a submission into the store: fetched, opened and checked as FIT-Connect demands it of
 * whoever receives. Nothing is stored of one that fails a check.
 */
final class SubmissionIntake {

  private static final int LARGEST_METADATA = 2 * 1024 * 1024;
  private static final int LONGEST_URI = 1000;
  private static final int NOT_FOUND = 404;

  private final Settings settings;
  private final FitConnectApi api;
  private final EventLog log;
  private final Opener opener;
  private final MessageStore store;
  private final CorrelationStore correlations;
  private final FitConnectSubmissionStore submissions;
  private final TransactionTemplate transaction;
  private final Spool spool;

  SubmissionIntake(
      Settings settings,
      MessageStore store,
      CorrelationStore correlations,
      FitConnectSubmissionStore submissions,
      TransactionTemplate transaction,
      Spool spool) {
    this.settings = settings;
    this.api = settings.api();
    this.log = settings.log();
    this.opener = new Opener(settings.decryptionKeys(), api, settings.destination().id(), spool);
    this.store = store;
    this.correlations = correlations;
    this.submissions = submissions;
    this.transaction = transaction;
    this.spool = spool;
  }

  /**
   * Takes one; the same again is the same message.
   *
   * @throws RejectedException when it must be rejected; that is noted already
   * @throws FitConnectException when it cannot be fetched now
   * @throws GatewayException when it cannot be stored now
   */
  Receipt take(Waiting waiting) throws IOException {
    String schema = null;
    try {
      var submitted = submitted(waiting);
      schema = submitted.schema();
      var limit = settings.destination().limits().data().toBytes() * 2 + LARGEST_METADATA;
      try (var submission = api.submission(waiting.submission(), spool, limit)) {
        return open(waiting, submitted, submission);
      } catch (OversizeException e) {
        throw Opener.tooLarge(settings.destination().limits().data().toBytes(), Problem.SUBMISSION);
      }
    } catch (RejectedException e) {
      submissions.add(
          settings.name(),
          new Submission(
              waiting.submission(),
              waiting.caseId(),
              null,
              null,
              schema,
              Submission.Verdict.REJECTED,
              e.problems()));
      throw e;
    }
  }

  /** The event by which the delivery service says what was handed in. */
  private SubmissionEvent submitted(Waiting waiting) throws IOException {
    try {
      var submitted =
          EventLog.last(
                  log.of(waiting.submission(), waiting.caseId()),
                  SubmissionEvent.Type.SUBMIT_SUBMISSION)
              .orElseThrow(() -> new JoseException("nobody says that it was handed in"));
      if (submitted.schema() != null && !Readable.is(submitted.schema(), 1, LONGEST_URI)) {
        throw new JoseException("an event names a schema that is none");
      }
      return submitted;
    } catch (JoseException e) {
      throw invalidLog();
    }
  }

  private static RejectedException invalidLog() {
    return new RejectedException(
        Problem.Type.INVALID_EVENT_LOG,
        "Das Ereignisprotokoll ist nicht gültig.",
        Problem.SUBMISSION);
  }

  private static AuthenticationTags tags(SubmissionEvent submitted) throws RejectedException {
    try {
      return AuthenticationTags.of(submitted.payload().path("authenticationTags"));
    } catch (JoseException e) {
      throw invalidLog();
    }
  }

  private Receipt open(Waiting waiting, SubmissionEvent submitted, EncryptedSubmission submission)
      throws IOException {
    requireHere(submission);
    var said = tags(submitted);
    var metadataTag = new String[1];
    var octets = metadata(submission, metadataTag);
    var read = Metadata.read(octets);
    if (!read.problems().isEmpty()) {
      throw new RejectedException(read.problems());
    }
    var metadata = read.metadata();
    new Agreement(settings.destination()).require(metadata, submission);
    try (var intake = store.intake()) {
      var tags = new Tags(metadataTag[0]);
      data(submission, metadata, intake, tags);
      for (var attachment : metadata.attachments()) {
        attachment(waiting, attachment, intake, tags);
      }
      intake.add(
          PartRole.HEADER,
          "fit-connect-metadata.json",
          "application/json",
          new ByteArrayInputStream(octets));
      var found = tags.all();
      requireTags(said, found);
      return commit(waiting, submitted, metadata, intake, found);
    }
  }

  private void requireHere(EncryptedSubmission submission) throws FitConnectException {
    var there = submission.destination();
    if (!there.isEmpty() && !there.equals(settings.destination().id().toString())) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          "the delivery service gives a submission of another destination");
    }
  }

  private byte[] metadata(EncryptedSubmission submission, String[] tag) throws IOException {
    if (!submission.hasMetadata()) {
      throw new RejectedException(
          Problem.Type.SYNTAX, "Es gibt keine Metadaten.", Problem.METADATA);
    }
    try (var in = submission.metadata();
        var piece = opener.open(in, LARGEST_METADATA, Problem.METADATA)) {
      tag[0] = piece.tag();
      return piece.content().readAll();
    }
  }

  private void data(EncryptedSubmission submission, Metadata metadata, Intake intake, Tags tags)
      throws IOException {
    try (var in = submission.data();
        var piece =
            opener.open(in, settings.destination().limits().data().toBytes(), Problem.DATA)) {
      tags.data(piece.tag());
      Content.add(
          intake,
          PartRole.PAYLOAD,
          "payload",
          metadata.data().mediaType(),
          piece.content(),
          metadata.data().sha512(),
          Problem.DATA);
    }
  }

  private void attachment(Waiting waiting, Metadata.Attachment attachment, Intake intake, Tags tags)
      throws IOException {
    var instance = Problem.attachment(attachment.id());
    try (var in = api.attachment(waiting.submission(), attachment.id());
        var piece =
            opener.open(in, settings.destination().limits().attachment().toBytes(), instance)) {
      tags.attachment(attachment.id(), piece.tag());
      Content.add(
          intake,
          PartRole.ATTACHMENT,
          isBlank(attachment.name()) ? attachment.id().toString() : attachment.name(),
          attachment.mediaType(),
          piece.content(),
          attachment.sha512(),
          instance);
    } catch (FitConnectException e) {
      if (e.status() == NOT_FOUND) {
        throw new RejectedException(
            Problem.Type.MISSING_ATTACHMENT, "Die Anlage ist nicht abrufbar.", instance);
      }
      throw e;
    }
  }

  private static boolean isBlank(String name) {
    return name == null || name.isBlank();
  }

  /** Nobody between sender and us exchanged a piece for another one that we can read, too. */
  private static void requireTags(AuthenticationTags said, AuthenticationTags found)
      throws RejectedException {
    var problems = new ArrayList<Problem>();
    compare(said.metadata(), found.metadata(), Problem.METADATA, problems);
    compare(said.data(), found.data(), Problem.DATA, problems);
    var all = new HashSet<>(said.attachments().keySet());
    all.addAll(found.attachments().keySet());
    for (var id : all) {
      compare(
          said.attachments().get(id),
          found.attachments().get(id),
          Problem.attachment(id),
          problems);
    }
    if (!problems.isEmpty()) {
      throw new RejectedException(problems);
    }
  }

  private static void compare(String said, String found, String instance, List<Problem> problems) {
    if (found == null || !found.equals(said)) {
      problems.add(
          Problem.of(
              Problem.Type.WRONG_TAG,
              "Das Authentication-Tag ist ein anderes als im Ereignisprotokoll.",
              instance));
    }
  }

  private Receipt commit(
      Waiting waiting,
      SubmissionEvent submitted,
      Metadata metadata,
      Intake intake,
      AuthenticationTags tags) {
    var destination = settings.destination();
    var message =
        new NewMessage(
            destination.tenant(),
            new Entry(EntryKind.FIT_CONNECT, settings.name()),
            waiting.submission().toString(),
            Traits.addressedTo(
                destination.reader(), metadata.service().isEmpty() ? null : metadata.service()));
    intake.identify();
    try {
      return commit(waiting, submitted, tags, message, intake, null);
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.XOEV_UUID_CONFLICT) {
        throw e;
      }
      return commit(waiting, submitted, tags, message, intake, e);
    }
  }

  /** Message and submission are noted in one transaction; the sender hears of it only later. */
  private Receipt commit(
      Waiting waiting,
      SubmissionEvent submitted,
      AuthenticationTags tags,
      NewMessage message,
      Intake intake,
      GatewayException refusal) {
    return transaction.execute(
        status -> {
          var receipt =
              refusal == null ? intake.commit(message) : intake.commitDespiteUuid(message);
          if (!receipt.repeated()) {
            correlations.keep(
                receipt.id(), new Correlation(waiting.caseId().toString(), null, null));
            if (refusal != null) {
              store.reject(receipt.id(), refusal);
            }
          }
          submissions.add(
              settings.name(),
              new Submission(
                  waiting.submission(),
                  waiting.caseId(),
                  receipt.id(),
                  tags,
                  submitted.schema(),
                  null,
                  List.of()));
          return receipt;
        });
  }

  /** Collects the tags while the pieces are opened. */
  private static final class Tags {

    private final String metadata;
    private final Map<UUID, String> attachments = new TreeMap<>();
    private String data;

    Tags(String metadata) {
      this.metadata = metadata;
    }

    void data(String tag) {
      data = tag;
    }

    void attachment(UUID id, String tag) {
      attachments.put(id, tag);
    }

    AuthenticationTags all() {
      return new AuthenticationTags(metadata, data, attachments);
    }
  }
}
