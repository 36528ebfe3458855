package de.amtsbote.gateway.route.preflight;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the checks know of the message by now.
 *
 * @param root local name of the root element, where a sample was recognised
 */
record Subject(
    PreflightQuestion question,
    LocalDate day,
    String reader,
    String service,
    String standard,
    String version,
    String messageType,
    Optional<String> root) {

  static Subject of(PreflightQuestion question, LocalDate day) {
    return new Subject(
        question,
        day,
        question.reader(),
        question.service(),
        question.standard(),
        question.version(),
        question.messageType(),
        Optional.empty());
  }
}
