package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.delivery.mailbox.Acknowledgements;
import de.amtsbote.gateway.entry.ReceiptView;
import de.amtsbote.gateway.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Readers say what became of a message, and answer it. */
@RestController
@RequestMapping(
    path = MailboxController.PATH + "/{name}/messages/{id}",
    produces = MediaType.APPLICATION_JSON_VALUE)
class AcknowledgeController {

  private final MailboxDoor door;
  private final Acknowledgements acknowledgements;
  private final StatementReader statements;
  private final Replies replies;

  AcknowledgeController(
      MailboxDoor door,
      Acknowledgements acknowledgements,
      StatementReader statements,
      Replies replies) {
    this.door = door;
    this.acknowledgements = acknowledgements;
    this.statements = statements;
    this.replies = replies;
  }

  @PostMapping("/acknowledge")
  AcknowledgementView acknowledge(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("name") String name,
      @PathVariable("id") String id,
      @RequestParam(name = "status", required = false) String status,
      @RequestParam(name = "reason", required = false) String reason,
      HttpServletRequest request) {
    var entry = door.entry(caller, name, id);
    acknowledgements.requirePresent(entry);
    return statements.read(
        caller,
        request,
        new Words(status, reason),
        (statement, intake) ->
            AcknowledgementView.of(
                acknowledgements.acknowledge(
                    entry,
                    statement,
                    () ->
                        intake == null
                            ? null
                            : replies.commit(caller, entry.message(), intake, null, null).id())));
  }

  @PostMapping("/replies")
  ResponseEntity<ReceiptView> reply(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("name") String name,
      @PathVariable("id") String id,
      HttpServletRequest request) {
    var entry = door.entry(caller, name, id);
    acknowledgements.requirePresent(entry);
    var receipt = replies.take(caller, entry.message(), request);
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/messages/" + receipt.id()))
        .body(ReceiptView.of(receipt));
  }
}
