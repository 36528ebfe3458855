package de.amtsbote.gateway.entry.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.amtsbote.gateway.message.Finding;
import de.amtsbote.gateway.message.Message;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * Why a message was refused or waits (RFC 9457).
 *
 * @param type stable URI of the kind of problem
 * @param title why it happens, in the language asked for
 * @param status the status that a request with this content would have had
 * @param instance address of the message
 * @param remedy what to do about it, in the language asked for
 * @param findings everything that was found, in both languages
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RejectionReport(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    String remedy,
    String incident,
    String state,
    String standard,
    String version,
    String messageType,
    List<Finding> findings) {

  /** The report on a message that has a reason. */
  static RejectionReport of(Message message, Locale language, MessageSource texts) {
    var reason = message.reason();
    var code = reason.code();
    var german = language.equals(Locale.GERMAN);
    var key = "error." + code.name();
    return new RejectionReport(
        "urn:amtsbote:error:" + code.slug(),
        german ? texts.getMessage(key + ".cause", null, code.cause(), language) : code.cause(),
        code.status(),
        german && !reason.findings().isEmpty() ? germanDetail(message) : reason.details(),
        "/api/v1/messages/" + message.id(),
        code.code(),
        german ? texts.getMessage(key + ".remedy", null, code.remedy(), language) : code.remedy(),
        reason.incident(),
        message.state().name(),
        message.traits().standard(),
        message.traits().version(),
        message.traits().messageType(),
        reason.findings());
  }

  private static String germanDetail(Message message) {
    var traits = message.traits();
    var standard = traits.standard() == null ? "" : traits.standard() + " " + traits.version();
    var findings = message.reason().findings();
    var errors = findings.stream().filter(it -> it.severity().equals(Finding.ERROR)).count();
    var others = findings.size() - errors;
    return (standard.isEmpty() ? "" : standard + ": ")
        + errors
        + " Fehler"
        + (others == 0 ? "" : ", " + others + " weitere Befunde");
  }
}
