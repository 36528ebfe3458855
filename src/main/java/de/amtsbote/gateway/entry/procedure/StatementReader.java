package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.delivery.mailbox.Acknowledgements.Statement;
import de.amtsbote.gateway.entry.body.JsonBody;
import de.amtsbote.gateway.entry.body.LimitedInputStream;
import de.amtsbote.gateway.entry.body.LimitsProperties;
import de.amtsbote.gateway.entry.body.MultipartSubmission;
import de.amtsbote.gateway.entry.body.RequestHead;
import de.amtsbote.gateway.entry.body.SinglePayload;
import de.amtsbote.gateway.message.Digests;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Sha256;
import de.amtsbote.gateway.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/**
 * Reads acknowledgements: as JSON; as a form, where an answer may come along; or as an XML document
 * that is the answer, with everything else in the query.
 */
@Component
class StatementReader {

  private static final int LARGEST_JSON = 8 * 1024;
  private static final String STATUS = "status";
  private static final String REASON = "reason";

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
      if (RequestHead.isJson(request)) {
        var words = JsonBody.read(request, LARGEST_JSON, Words.class);
        var statement = statement(caller, query.and(words), List.of());
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
        intake.identify();
        return taker.apply(statement(caller, query, List.of(reply)), intake);
      }
      var form = new MultipartSubmission(intake::add, limits.parts(), Set.of(STATUS, REASON));
      form.read(head.mediaType(), body);
      var words = query.and(new Words(form.field(STATUS), form.field(REASON)));
      if (form.parts().isEmpty()) {
        return taker.apply(statement(caller, words, List.of()), null);
      }
      form.requirePayload();
      intake.identify();
      return taker.apply(statement(caller, words, form.parts()), intake);
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
    var digest = Sha256.start();
    Digests.add(digest, status);
    Digests.add(digest, reason);
    for (var part : reply) {
      Digests.add(digest, part.role().name());
      Digests.add(digest, part.role() == PartRole.PAYLOAD ? null : part.name());
      Digests.add(digest, part.sha256());
    }
    return digest.digest();
  }
}
