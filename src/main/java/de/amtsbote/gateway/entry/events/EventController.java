package de.amtsbote.gateway.entry.events;

import de.amtsbote.gateway.delivery.webhook.CloudEvent;
import de.amtsbote.gateway.delivery.webhook.WebhookProperties;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.event.Event;
import de.amtsbote.gateway.message.event.EventStore;
import de.amtsbote.gateway.security.Caller;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The events of the messages that the caller's account handed in, for portals that poll. */
@RestController
class EventController {

  private static final int MAX_LIMIT = 1000;

  /** Events that one request gives their places at most. */
  private static final int BATCH = 5000;

  private final EventStore store;
  private final String source;

  EventController(EventStore store, WebhookProperties properties) {
    this.store = store;
    this.source = properties.source();
  }

  @GetMapping(path = "/api/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<EventPage> events(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(name = "after", required = false) String after,
      @RequestParam(name = "limit", defaultValue = "100") int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw invalid("limit must be 1 to " + MAX_LIMIT);
    }
    var begin = position(after);
    var found = read(caller, begin, limit);
    var last = found.isEmpty() ? begin : found.get(found.size() - 1).position();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new EventPage(
                found.stream().map(it -> CloudEvent.of(it, source)).toList(), Long.toString(last)));
  }

  private List<Event> read(Caller caller, long begin, int limit) {
    var found = store.after(caller.tenant(), caller.account(), begin, limit);
    if (found.size() < limit && store.givePositions(BATCH) > 0) {
      return store.after(caller.tenant(), caller.account(), begin, limit);
    }
    return found;
  }

  private static long position(String after) {
    if (after == null || after.isEmpty()) {
      return 0;
    }
    if (!after.matches("\\d{1,18}")) {
      throw invalid("after must be the next of the page before");
    }
    return Long.parseLong(after);
  }

  private static GatewayException invalid(String details) {
    return new GatewayException(ErrorCode.PARAMETER_INVALID, details);
  }
}
