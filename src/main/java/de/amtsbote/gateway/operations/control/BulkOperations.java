package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Operators act on many messages at once: preview, then confirmation. */
@RestController
@RequestMapping(path = "/api/v1/operations/bulk", produces = MediaType.APPLICATION_JSON_VALUE)
class BulkOperations {

  private final Bulk bulk;

  BulkOperations(Bulk bulk) {
    this.bulk = bulk;
  }

  /** The token of a preview, and why it is done. */
  record Confirmation(String token, String reason) {}

  @PostMapping("/preview")
  Bulk.Preview preview(@AuthenticationPrincipal Caller caller, @RequestBody String request) {
    return bulk.preview(caller, bulk.read(request));
  }

  @PostMapping
  Bulk.Result run(@AuthenticationPrincipal Caller caller, @RequestBody Confirmation confirmation) {
    return bulk.run(caller, confirmation.token(), confirmation.reason());
  }
}
