package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.delivery.mailbox.Acknowledgements.Statement;
import de.amtsbote.gateway.entry.body.LimitedInputStream;
import de.amtsbote.gateway.entry.body.LimitsProperties;
import de.amtsbote.gateway.entry.body.MultipartSubmission;
import de.amtsbote.gateway.entry.body.RequestHead;
import de.amtsbote.gateway.entry.body.SinglePayload;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads acknowledgements: as JSON; as a form, where an answer may come along; or as an XML document
 * that is the answer, with everything else in the query.
 */
@Component
class StatementReader {

  private static final int LARGEST_JSON = 8 * 1024;
  private static final String STATUS = "status";
  private static final String REASON = "reason";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final MessageStore store;
  private final LimitsProperties limits;

  StatementReader(MessageStore store, LimitsProperties limits) {
    this.store = store;
    this.limits = limits;
  }

  /**
   * Reads a statement and hands it on, with an intake that holds the answer, or null without one.
   *
   * @param query what stands in the query
   */
  <T> T read(
      Caller caller,
      HttpServletRequest request,
      Words query,
      BiFunction<Statement, Intake, T> taker) {
    try {
      if (isJson(request)) {
        var statement = statement(caller, query.and(json(request)), List.of());
        return taker.apply(statement, null);
      }
      return withBody(caller, request, query, taker);
    } catch (IOException e) {
      throw new GatewayException(
          ErrorCode.REQUEST_BROKEN, "the body ended early or its framing is wrong", e);
    }
  }

  private <T> T withBody(
      Caller caller,
      HttpServletRequest request,
      Words query,
      BiFunction<Statement, Intake, T> taker)
      throws IOException {
    var head = RequestHead.of(request);
    var limit = limits.body().toBytes();
    try (var body = LimitedInputStream.of(request, limit);
        var intake = store.intake()) {
      if (!head.isMultipart()) {
        // what is wrong with the query is said before the body is read
        statement(caller, query, List.of());
        var reply = SinglePayload.take(head, body, intake);
        return taker.apply(statement(caller, query, List.of(reply)), intake);
      }
      var form = new MultipartSubmission(intake::add, limits.parts(), Set.of(STATUS, REASON));
      form.read(head.mediaType(), body);
      var words = query.and(new Words(form.field(STATUS), form.field(REASON)));
      if (!form.parts().isEmpty()) {
        form.requirePayload();
      }
      return taker.apply(
          statement(caller, words, form.parts()), form.parts().isEmpty() ? null : intake);
    }
  }

  private static boolean isJson(HttpServletRequest request) {
    return request.getContentType() != null
        && "application".equals(RequestHead.parse(request.getContentType()).getType())
        && "json".equals(RequestHead.parse(request.getContentType()).getSubtype());
  }

  private static Words json(HttpServletRequest request) throws IOException {
    var bytes = request.getInputStream().readNBytes(LARGEST_JSON + 1);
    if (bytes.length > LARGEST_JSON) {
      throw LimitedInputStream.tooLarge(LARGEST_JSON);
    }
    if (request.getContentLengthLong() > bytes.length) {
      throw new GatewayException(ErrorCode.REQUEST_BROKEN, "the body ended early");
    }
    try {
      var words = JSON.readValue(bytes, Words.class);
      if (words == null) {
        throw new GatewayException(ErrorCode.PARAMETER_INVALID, "the body says nothing");
      }
      return words;
    } catch (JacksonException e) {
      throw new GatewayException(
          ErrorCode.PARAMETER_INVALID, "the body is not the JSON that is expected here", e);
    }
  }

  private static Statement statement(Caller caller, Words words, List<Part> reply) {
    var status = words.checkedStatus();
    var reason = words.checkedReason();
    return new Statement(
        status, caller.account(), reason, fingerprint(status.name(), reason, reply));
  }

  /** Two statements with the same one say the same. */
  private static byte[] fingerprint(String status, String reason, List<Part> reply) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var text = new StringBuilder(status).append('\n').append(reason == null ? "" : reason);
      for (var part : reply) {
        var role = part.role() == PartRole.PAYLOAD ? "payload" : part.name();
        text.append('\n').append(role).append('\n').append(part.sha256());
      }
      return digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new GatewayException(ErrorCode.INTERNAL, "every JDK has SHA-256", e);
    }
  }
}
