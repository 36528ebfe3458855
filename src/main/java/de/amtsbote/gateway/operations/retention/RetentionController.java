package de.amtsbote.gateway.operations.retention;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.retention.Erasure;
import de.amtsbote.gateway.message.retention.ErasureStore;
import de.amtsbote.gateway.security.Caller;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The report of what retention removed of the caller's tenant, as JSON and as CSV. */
@RestController
@RequestMapping("/api/v1/operations/retention")
class RetentionController {

  private static final int LIMIT = 10_000;
  private static final int DAYS = 400;

  private final ErasureStore report;
  private final Clock clock;

  RetentionController(ErasureStore report, Clock clock) {
    this.report = report;
    this.clock = clock;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  RetentionReport json(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(name = "from", required = false) String from,
      @RequestParam(name = "until", required = false) String until) {
    return new RetentionReport(find(caller, from, until));
  }

  @GetMapping(produces = "text/csv")
  String csv(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(name = "from", required = false) String from,
      @RequestParam(name = "until", required = false) String until) {
    return RetentionCsv.of(find(caller, from, until));
  }

  private List<Erasure> find(Caller caller, String from, String until) {
    Staff.mayRead(caller);
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return report.list(
        caller.tenant(),
        day("from", from, today.minusDays(DAYS)),
        day("until", until, today.plusDays(1)),
        LIMIT);
  }

  private static Instant day(String name, String text, LocalDate otherwise) {
    try {
      var day = text == null || text.isEmpty() ? otherwise : LocalDate.parse(text);
      return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new GatewayException(
          ErrorCode.PARAMETER_INVALID, name + " must be a day such as 2026-11-23", e);
    }
  }

  /** The rows, latest first. */
  record RetentionReport(List<Erasure> erasures) {}
}
