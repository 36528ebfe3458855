package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.audit.AuditScope;
import de.amtsbote.gateway.message.audit.ChainBreak;
import de.amtsbote.gateway.message.audit.TimelineAuditStore;
import de.amtsbote.gateway.security.Caller;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Auditors check the timelines and read what operators did. */
@RestController
@RequestMapping(path = "/api/v1/operations", produces = MediaType.APPLICATION_JSON_VALUE)
class RecordOperations {

  /** Messages checked in one call; the cursor leads on. */
  private static final int AT_ONCE = 10_000;

  private static final int MAX_LIMIT = 500;

  private final TimelineAuditStore audit;
  private final OperationLogStore log;

  RecordOperations(TimelineAuditStore audit, OperationLogStore log) {
    this.audit = audit;
    this.log = log;
  }

  /**
   * What a check found.
   *
   * @param nextCursor where the next call goes on; null at the end
   */
  record Audit(
      boolean holds, long messages, long entries, List<ChainBreak> broken, String nextCursor) {}

  /** A page of the log of operators. */
  record Log(List<OperationLogStore.Line> entries, Long nextCursor) {}

  @GetMapping("/audit")
  Audit audit(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(name = "message", required = false) String message,
      @RequestParam(name = "since", required = false) String since,
      @RequestParam(name = "cursor", required = false) String cursor) {
    var found = new ArrayList<ChainBreak>();
    var report =
        audit.verify(
            new AuditScope(
                caller.tenant(),
                message == null ? null : MessageId.parse(message),
                time(since),
                cursor == null ? null : MessageId.parse(cursor),
                AT_ONCE),
            found::add);
    return new Audit(
        report.holds(),
        report.messages(),
        report.entries(),
        found,
        report.last() == null ? null : report.last().toString());
  }

  @GetMapping("/log")
  Log log(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(name = "limit", defaultValue = "50") int limit,
      @RequestParam(name = "cursor", required = false) Long cursor) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw SearchRequest.invalid("limit must be 1 to " + MAX_LIMIT);
    }
    var lines = log.list(caller.tenant(), cursor == null ? Long.MAX_VALUE : cursor, limit);
    return new Log(lines, lines.size() == limit ? lines.get(limit - 1).id() : null);
  }

  private static Instant time(String since) {
    try {
      return since == null ? null : Instant.parse(since);
    } catch (DateTimeParseException e) {
      throw SearchRequest.invalid("since must be a time such as 2026-11-23T08:00:00Z");
    }
  }
}
