package de.amtsbote.gateway.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.amtsbote.gateway.message.Finding;
import de.amtsbote.gateway.message.GatewayException;
import java.util.List;

/**
 * An error as callers get it (RFC 9457).
 *
 * @param type stable URI of the kind of problem
 * @param title why it happens, the same for every such problem
 * @param detail what exactly went wrong this time
 * @param code stable code, see docs/errors.md
 * @param remedy what to do about it
 * @param incident id under which the log tells more
 * @param conflict both receipts when another message came first; absent otherwise
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    String remedy,
    String incident,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Finding> findings,
    @JsonInclude(JsonInclude.Include.NON_NULL) ConflictView conflict) {

  /** The public form of an error. */
  public static Problem of(GatewayException error) {
    var code = error.code();
    return new Problem(
        "urn:amtsbote:error:" + code.slug(),
        code.cause(),
        code.status(),
        error.details(),
        code.code(),
        code.remedy(),
        error.incident(),
        error.findings(),
        error.conflict().map(ConflictView::of).orElse(null));
  }
}
