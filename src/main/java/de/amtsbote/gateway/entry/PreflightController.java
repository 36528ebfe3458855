package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.entry.body.JsonBody;
import de.amtsbote.gateway.entry.body.LimitedInputStream;
import de.amtsbote.gateway.entry.body.LimitsProperties;
import de.amtsbote.gateway.entry.body.MultipartSubmission;
import de.amtsbote.gateway.entry.body.RequestHead;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.route.preflight.Preflight;
import de.amtsbote.gateway.route.preflight.PreflightQuestion;
import de.amtsbote.gateway.route.preflight.PreflightReport;
import de.amtsbote.gateway.security.Caller;
import de.amtsbote.osci.spool.Spool;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Would this arrive? Takes the same requests as the entry for messages, or JSON when there is no
 * message yet; stores and sends nothing.
 */
@RestController
@RequestMapping(path = PreflightController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class PreflightController {

  static final String PATH = "/api/v1/preflight";

  private static final int LARGEST_QUESTION = 64 * 1024;
  private final Preflight preflight;
  private final LimitsProperties limits;
  private final Spool spool;

  PreflightController(Preflight preflight, LimitsProperties limits, Spool osciSpool) {
    this.preflight = preflight;
    this.limits = limits;
    this.spool = osciSpool;
  }

  /** A question without a message. */
  private record Question(
      String reader,
      String service,
      String standard,
      String version,
      String messageType,
      Long size,
      Integer attachments) {}

  @PostMapping
  PreflightView check(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(name = "day", required = false) String day,
      HttpServletRequest request) {
    try {
      return PreflightView.of(
          RequestHead.isJson(request)
              ? preflight.check(asked(caller, day(day), request))
              : sampled(caller, day(day), request));
    } catch (IOException e) {
      throw new GatewayException(
          ErrorCode.REQUEST_BROKEN, "the body ended early or its framing is wrong", e);
    }
  }

  private static LocalDate day(String text) {
    try {
      return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new GatewayException(ErrorCode.PARAMETER_INVALID, "day is no date like 2026-05-01", e);
    }
  }

  private PreflightQuestion asked(Caller caller, LocalDate day, HttpServletRequest request)
      throws IOException {
    var asked = JsonBody.read(request, LARGEST_QUESTION, Question.class);
    var size = notNegative("size", asked.size() == null ? 0 : asked.size());
    if (size > limits.body().toBytes()) {
      throw LimitedInputStream.tooLarge(limits.body().toBytes());
    }
    var attachments =
        notNegative("attachments", asked.attachments() == null ? 0 : asked.attachments());
    return new PreflightQuestion(
        caller.account(),
        caller.tenant(),
        RequestHead.name("reader", asked.reader()),
        RequestHead.name("service", asked.service()),
        RequestHead.name("standard", asked.standard()),
        RequestHead.name("version", asked.version()),
        RequestHead.name("messageType", asked.messageType()),
        day,
        size,
        (int) attachments,
        List.of(),
        Optional.empty());
  }

  private static long notNegative(String what, long number) {
    if (number < 0) {
      throw new GatewayException(ErrorCode.PARAMETER_INVALID, what + " is less than nothing");
    }
    return number;
  }

  private PreflightReport sampled(Caller caller, LocalDate day, HttpServletRequest request)
      throws IOException {
    var head = RequestHead.of(request);
    var limit = limits.body().toBytes();
    try (var body = LimitedInputStream.of(request, limit);
        var sample = new PreflightSample(spool)) {
      var reader = head.reader();
      var service = head.service();
      if (head.isMultipart()) {
        var parts =
            new MultipartSubmission(sample::add, limits.parts(), Set.of("reader", "service"));
        parts.read(head.mediaType(), body);
        parts.requirePayload();
        reader = Submission.one("reader", reader, parts.field("reader"));
        service = Submission.one("service", service, parts.field("service"));
      } else if (sample.add(PartRole.PAYLOAD, "payload", "", body).size() == 0) {
        throw new GatewayException(ErrorCode.BODY_EMPTY, "the body is empty");
      }
      return preflight.check(
          new PreflightQuestion(
              caller.account(),
              caller.tenant(),
              reader,
              service,
              null,
              null,
              null,
              day,
              sample.size(),
              sample.attachments().size(),
              sample.attachments(),
              Optional.of(sample::open)));
    }
  }
}
