package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.message.Finding;
import de.amtsbote.gateway.message.Reason;
import java.util.List;

/** Why a message was refused or waits, as callers see it. */
record ReasonView(
    String code,
    String title,
    String details,
    String remedy,
    String incident,
    List<Finding> findings) {

  static ReasonView of(Reason reason) {
    return reason == null
        ? null
        : new ReasonView(
            reason.code().code(),
            reason.code().cause(),
            reason.details(),
            reason.code().remedy(),
            reason.incident(),
            reason.findings());
  }
}
