package de.amtsbote.gateway.entry.report;

import de.amtsbote.gateway.entry.Sight;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives the report on a message that was refused, in the form and the language asked for. */
@RestController
class ReportController {

  /** The first that a caller accepts is given. */
  private static final List<MediaType> FORMS =
      List.of(
          MediaType.APPLICATION_PROBLEM_JSON,
          MediaType.APPLICATION_JSON,
          MediaType.TEXT_HTML,
          MediaType.TEXT_PLAIN);

  private static final String NOTHING_FROM_ELSEWHERE =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

  private final MessageStore store;
  private final MessageSource texts;

  ReportController(MessageStore store, MessageSource texts) {
    this.store = store;
    this.texts = texts;
  }

  @GetMapping(
      path = "/api/v1/messages/{id}/report",
      produces = {
        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.TEXT_HTML_VALUE,
        MediaType.TEXT_PLAIN_VALUE
      })
  ResponseEntity<Object> report(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") String id,
      HttpServletRequest request) {
    var language = language(request);
    var report = RejectionReport.of(refused(caller, id), language, texts);
    var form = form(request);
    if (form.equals(MediaType.TEXT_HTML)) {
      return answer(form, ReportPage.of(report, language).getBytes(StandardCharsets.UTF_8));
    }
    if (form.equals(MediaType.TEXT_PLAIN)) {
      return answer(form, ReportText.of(report, language).getBytes(StandardCharsets.UTF_8));
    }
    return answer(form, report);
  }

  private static ResponseEntity<Object> answer(MediaType form, Object body) {
    var type = "text".equals(form.getType()) ? new MediaType(form, StandardCharsets.UTF_8) : form;
    return ResponseEntity.ok()
        .contentType(type)
        .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
        .header("Content-Security-Policy", NOTHING_FROM_ELSEWHERE)
        .body(body);
  }

  private Message refused(Caller caller, String text) {
    var id = MessageId.parse(text);
    var message =
        store
            .find(caller.tenant(), id)
            .filter(it -> Sight.sees(caller, it.tenant(), it.entry()))
            .orElseThrow(() -> new GatewayException(ErrorCode.MESSAGE_UNKNOWN, "message " + id));
    if (message.reason() == null) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "message " + id + " is " + message.state() + ": nothing to report");
    }
    return message;
  }

  private static MediaType form(HttpServletRequest request) {
    var accepted =
        MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    return accepted.stream()
        .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
        .flatMap(wanted -> FORMS.stream().filter(wanted::includes))
        .findFirst()
        .orElse(MediaType.APPLICATION_PROBLEM_JSON);
  }

  /** English unless German is preferred. */
  private static Locale language(HttpServletRequest request) {
    var german =
        request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
            && request.getLocale().getLanguage().equals(Locale.GERMAN.getLanguage());
    return german ? Locale.GERMAN : Locale.ENGLISH;
  }
}
