package de.amtsbote.gateway.entry;

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
import de.amtsbote.gateway.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Takes a message from an HTTP request into the store, as a stream. */
@Component
@EnableConfigurationProperties(LimitsProperties.class)
class Submission {

  private final MessageStore store;
  private final LimitsProperties limits;

  Submission(MessageStore store, LimitsProperties limits) {
    this.store = store;
    this.limits = limits;
  }

  Receipt take(Caller caller, HttpServletRequest request) {
    var head = RequestHead.of(request);
    var limit = limits.body().toBytes();
    if (request.getContentLengthLong() > limit) {
      throw LimitedInputStream.tooLarge(limit);
    }
    try (var body = new LimitedInputStream(request.getInputStream(), limit);
        var intake = store.intake()) {
      var traits = head.isMultipart() ? multipart(head, body, intake) : single(head, body, intake);
      return intake.commit(
          new NewMessage(
              caller.tenant(),
              new Entry(EntryKind.REST, caller.account()),
              head.idempotencyKey(),
              traits,
              head.traceparent()));
    } catch (IOException e) {
      throw new GatewayException(
          ErrorCode.REQUEST_BROKEN, "the body ended early or its framing is wrong", e);
    }
  }

  private Traits single(RequestHead head, LimitedInputStream body, Intake intake)
      throws IOException {
    var part = intake.add(PartRole.PAYLOAD, "payload", head.mediaType().toString(), body);
    if (part.size() == 0) {
      throw new GatewayException(ErrorCode.BODY_EMPTY, "the body is empty");
    }
    return Traits.addressedTo(head.reader(), head.service());
  }

  private Traits multipart(RequestHead head, LimitedInputStream body, Intake intake)
      throws IOException {
    var parts = new MultipartSubmission(intake, limits.parts());
    parts.read(head.mediaType(), body);
    return Traits.addressedTo(
        one("reader", head.reader(), parts.field("reader")),
        one("service", head.service(), parts.field("service")));
  }

  private static String one(String what, String header, String field) {
    if (header != null && field != null && !header.equals(field)) {
      throw new GatewayException(
          ErrorCode.PARAMETER_INVALID, "header and form field name another " + what);
    }
    return field == null ? header : field;
  }
}
