package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.delivery.HandoverForm;
import de.amtsbote.gateway.delivery.mailbox.AcknowledgementStore;
import de.amtsbote.gateway.delivery.mailbox.AcknowledgementStore.Listing;
import de.amtsbote.gateway.delivery.mailbox.Acknowledgements;
import de.amtsbote.gateway.delivery.mailbox.MailboxEntry;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Readers see what waits for them and fetch it; that changes nothing yet. */
@RestController
@RequestMapping(MailboxController.PATH)
class MailboxController {

  static final String PATH = "/api/v1/mailboxes";

  private static final int MAX_LIMIT = 200;

  private final MailboxDoor door;
  private final AcknowledgementStore entries;
  private final Acknowledgements acknowledgements;
  private final WaitingMessages messages;

  MailboxController(
      MailboxDoor door,
      AcknowledgementStore entries,
      Acknowledgements acknowledgements,
      WaitingMessages messages) {
    this.door = door;
    this.entries = entries;
    this.acknowledgements = acknowledgements;
    this.messages = messages;
  }

  /** The mailboxes that the caller reads. */
  record MailboxList(List<String> mailboxes) {}

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  MailboxList mailboxes(@AuthenticationPrincipal Caller caller) {
    return new MailboxList(door.names(caller));
  }

  @GetMapping(path = "/{name}/messages", produces = MediaType.APPLICATION_JSON_VALUE)
  MailboxPage list(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("name") String name,
      @RequestParam(name = "progress", defaultValue = "new") String progress,
      @RequestParam(name = "standard", required = false) String standard,
      @RequestParam(name = "service", required = false) String service,
      @RequestParam(name = "limit", defaultValue = "50") int limit,
      @RequestParam(name = "cursor", required = false) String cursor) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw Filters.invalid("limit must be 1 to " + MAX_LIMIT);
    }
    // one more than asked for tells whether there is a next page
    var found =
        entries.list(
            new Listing(
                caller.tenant(),
                door.mailbox(caller, name),
                Filters.progress(progress),
                Filters.name("standard", standard),
                Filters.name("service", service),
                Filters.position(cursor),
                limit + 1));
    var page = found.subList(0, Math.min(limit, found.size()));
    var next = found.size() > limit ? Long.toString(page.get(limit - 1).number()) : null;
    return new MailboxPage(messages.describe(page), next);
  }

  /**
   * The whole message, whose bytes never change, so that whoever has them need not fetch them
   * again; or its description only, for whoever would rather have JSON.
   */
  @GetMapping(
      path = "/{name}/messages/{id}",
      produces = {MediaType.MULTIPART_FORM_DATA_VALUE, MediaType.APPLICATION_JSON_VALUE})
  ResponseEntity<MailboxMessage> message(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("name") String name,
      @PathVariable("id") String id,
      ServletWebRequest request)
      throws IOException {
    var entry = door.entry(caller, name, id);
    acknowledgements.requirePresent(entry);
    if (Wish.isDescription(request.getHeaderValues(HttpHeaders.ACCEPT))) {
      return ResponseEntity.ok()
          .varyBy(HttpHeaders.ACCEPT)
          .contentType(MediaType.APPLICATION_JSON)
          .body(messages.describe(entry));
    }
    fetch(entry, request);
    return null;
  }

  private void fetch(MailboxEntry entry, ServletWebRequest request) throws IOException {
    var response = request.getResponse();
    if (response == null) {
      throw new GatewayException(ErrorCode.INTERNAL, "there is nowhere to write to");
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    if (!request.checkNotModified("\"" + entry.id() + "\"", entry.enteredAt().toEpochMilli())) {
      write(HandoverForm.of(messages.handover(entry)), request.getHttpMethod(), response);
    }
  }

  private static void write(HandoverForm form, HttpMethod method, HttpServletResponse response)
      throws IOException {
    response.setContentType(form.contentType());
    response.setContentLengthLong(form.length());
    if (!HttpMethod.HEAD.equals(method)) {
      form.writeTo(response.getOutputStream());
    }
  }
}
