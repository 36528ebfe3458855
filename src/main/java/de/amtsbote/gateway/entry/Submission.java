package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.entry.body.LimitedInputStream;
import de.amtsbote.gateway.entry.body.LimitsProperties;
import de.amtsbote.gateway.entry.body.MultipartSubmission;
import de.amtsbote.gateway.entry.body.RequestHead;
import de.amtsbote.gateway.entry.body.SinglePayload;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.Receipt;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.correlation.Correlation;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a message from an HTTP request into the store, as a stream. */
@Component
@EnableConfigurationProperties(LimitsProperties.class)
class Submission {

  private static final String READER = "reader";
  private static final String SERVICE = "service";
  private static final String PROCESS = "processRef";
  private static final Set<String> FIELDS = Set.of(READER, SERVICE, PROCESS);

  private final MessageStore store;
  private final CorrelationStore correlations;
  private final TransactionTemplate transaction;
  private final LimitsProperties limits;

  Submission(
      MessageStore store,
      CorrelationStore correlations,
      TransactionTemplate transaction,
      LimitsProperties limits) {
    this.store = store;
    this.correlations = correlations;
    this.transaction = transaction;
    this.limits = limits;
  }

  Receipt take(Caller caller, HttpServletRequest request) {
    var head = RequestHead.of(request);
    var limit = limits.body().toBytes();
    try (var body = LimitedInputStream.of(request, limit);
        var intake = store.intake()) {
      return head.isMultipart()
          ? multipart(caller, head, body, intake)
          : single(caller, head, body, intake);
    } catch (IOException e) {
      throw new GatewayException(
          ErrorCode.REQUEST_BROKEN, "the body ended early or its framing is wrong", e);
    }
  }

  private Receipt single(Caller caller, RequestHead head, LimitedInputStream body, Intake intake)
      throws IOException {
    SinglePayload.take(head, body, intake);
    var traits = Traits.addressedTo(head.reader(), head.service());
    return commit(caller, head, intake, traits, head.processRef());
  }

  private Receipt multipart(Caller caller, RequestHead head, LimitedInputStream body, Intake intake)
      throws IOException {
    var parts = new MultipartSubmission(intake::add, limits.parts(), FIELDS);
    parts.read(head.mediaType(), body);
    parts.requirePayload();
    var traits =
        Traits.addressedTo(
            one(READER, head.reader(), parts.field(READER)),
            one(SERVICE, head.service(), parts.field(SERVICE)));
    var process = one(PROCESS, head.processRef(), parts.field(PROCESS));
    return commit(caller, head, intake, traits, process);
  }

  private Receipt commit(
      Caller caller, RequestHead head, Intake intake, Traits traits, String processRef) {
    var message =
        new NewMessage(
            caller.tenant(),
            new Entry(EntryKind.REST, caller.account()),
            head.idempotencyKey(),
            traits,
            head.traceparent());
    if (processRef == null) {
      return intake.commit(message);
    }
    intake.identify();
    return transaction.execute(
        status -> {
          var receipt = intake.commit(message);
          if (!receipt.repeated()) {
            correlations.keep(receipt.id(), new Correlation(processRef, null, null));
          }
          return receipt;
        });
  }

  static String one(String what, String header, String field) {
    if (header != null && field != null && !header.equals(field)) {
      throw new GatewayException(
          ErrorCode.PARAMETER_INVALID, "header and form field name another " + what);
    }
    return field == null ? header : field;
  }
}
