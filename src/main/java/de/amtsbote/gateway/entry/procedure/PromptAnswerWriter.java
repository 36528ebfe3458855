package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.delivery.Deliveries;
import de.amtsbote.gateway.delivery.HandoverForm;
import de.amtsbote.gateway.delivery.mailbox.AnswerWatchStore;
import de.amtsbote.gateway.delivery.mailbox.MailboxEntry;
import de.amtsbote.gateway.delivery.mailbox.ReplyBoxes;
import de.amtsbote.gateway.entry.ReceiptView;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Part;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives a caller who waited the answer, or its receipt when there is none. */
@Component
class PromptAnswerWriter {

  private static final Logger LOG = LoggerFactory.getLogger(PromptAnswerWriter.class);
  private static final String MESSAGES = "/api/v1/messages/";

  private final AnswerWatchStore answers;
  private final WaitingMessages boxes;
  private final MessageStore messages;
  private final JsonMapper json;

  PromptAnswerWriter(
      AnswerWatchStore answers, WaitingMessages boxes, MessageStore messages, JsonMapper json) {
    this.answers = answers;
    this.boxes = boxes;
    this.messages = messages;
    this.json = json;
  }

  /** Ends the request; who has gone meanwhile misses nothing, for the answer stays in the box. */
  void write(WaitingCaller caller) {
    try {
      var response = (HttpServletResponse) caller.context().getResponse();
      response.setHeader("Preference-Applied", "wait=" + caller.time().toSeconds());
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      var answer = answer(caller);
      if (answer.isPresent()) {
        give(answer.get(), caller, response);
      } else {
        receipt(caller, response);
      }
    } catch (IOException | RuntimeException e) {
      LOG.info("The answer to {} stays in the box: {}", caller.message(), e.toString());
    } finally {
      complete(caller);
    }
  }

  private Optional<MailboxEntry> answer(WaitingCaller caller) {
    var box = ReplyBoxes.ofAccount(caller.account());
    return answers.answerTo(caller.tenant(), box, caller.message());
  }

  private static void complete(WaitingCaller caller) {
    try {
      caller.context().complete();
    } catch (IllegalStateException e) {
      LOG.debug("The request for {} had ended before", caller.message(), e);
    }
  }

  private void give(MailboxEntry entry, WaitingCaller caller, HttpServletResponse response)
      throws IOException {
    response.setHeader(
        HttpHeaders.CONTENT_LOCATION,
        MailboxController.PATH + "/" + Deliveries.REPLIES + "/messages/" + entry.message());
    if (caller.describe()) {
      body(response, HttpServletResponse.SC_OK, boxes.describe(entry));
      return;
    }
    var form = HandoverForm.of(boxes.handover(entry));
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(form.contentType());
    response.setContentLengthLong(form.length());
    form.writeTo(response.getOutputStream());
  }

  private void receipt(WaitingCaller caller, HttpServletResponse response) throws IOException {
    var message = messages.get(caller.message());
    response.setHeader(HttpHeaders.LOCATION, MESSAGES + message.id());
    body(
        response,
        HttpServletResponse.SC_ACCEPTED,
        new ReceiptView(
            message.id().toString(),
            message.state(),
            message.receivedAt(),
            message.payload().map(Part::sha256).orElse(null)));
  }

  private void body(HttpServletResponse response, int status, Object value) throws IOException {
    var octets = json.writeValueAsBytes(value);
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setContentLength(octets.length);
    response.getOutputStream().write(octets);
  }
}
