package de.amtsbote.gateway.route.preflight;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.route.xoev.Verdicts;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.standard.StandardPackage;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks the standard and, where a sample is given, its content. */
final class ContentChecks {

  private final Xoev xoev;
  private final boolean production;

  /**
   * @param production whether messages with a test flag are refused, as routes do
   */
  ContentChecks(Xoev xoev, boolean production) {
    this.xoev = xoev;
    this.production = production;
  }

  /** A result, and what is known of the message after it. */
  record Seen(CheckResult result, Subject subject) {}

  Seen standard(Subject subject) throws IOException {
    var sample = subject.question().sample();
    if (sample.isPresent()) {
      return recognised(subject, xoev.opened(sample.get()));
    }
    if (subject.standard() == null) {
      return new Seen(CheckResult.skipped(CheckKind.STANDARD, "not-given"), subject);
    }
    return new Seen(installed(subject), subject);
  }

  private Seen recognised(Subject subject, Content sample) throws IOException {
    var dispatch = xoev.dispatch(sample, subject.day());
    if (!(dispatch instanceof Dispatch.Known known)) {
      return new Seen(CheckResult.failed(CheckKind.STANDARD, Verdicts.of(dispatch)), subject);
    }
    var header = header(sample, known.standard());
    var question = subject.question();
    var seen =
        new Subject(
            question,
            subject.day(),
            first(header, it -> it.reader().key(), question.reader()),
            first(header, XoevHeader::service, question.service()),
            known.standard().name(),
            known.standard().version(),
            known.root().messageType(),
            Optional.of(known.root().name()));
    return new Seen(CheckResult.passed(CheckKind.STANDARD, known.standard().id()), seen);
  }

  private Optional<XoevHeader> header(Content sample, StandardPackage standard) {
    try {
      return xoev.header(sample, standard);
    } catch (XoevException e) {
      return Optional.empty();
    }
  }

  /** The header decides, as it does when the message is handed in. */
  private static String first(
      Optional<XoevHeader> header, Function<XoevHeader, String> property, String given) {
    return header.map(property).filter(it -> !it.isEmpty()).orElse(given);
  }

  private CheckResult installed(Subject subject) {
    var versions =
        xoev.catalog().packages().stream()
            .filter(it -> it.name().equals(subject.standard()))
            .filter(it -> subject.version() == null || it.version().equals(subject.version()))
            .toList();
    if (versions.isEmpty()) {
      return CheckResult.failed(
          CheckKind.STANDARD,
          ErrorCode.STANDARD_UNKNOWN,
          "'%s' is not installed in version '%s'".formatted(subject.standard(), subject.version()));
    }
    var inForce =
        versions.stream()
            .filter(it -> it.manifest().validity().accepts(subject.day()))
            .map(StandardPackage::id)
            .collect(Collectors.joining(", "));
    return inForce.isEmpty()
        ? CheckResult.failed(
            CheckKind.STANDARD,
            ErrorCode.STANDARD_NOT_IN_FORCE,
            "'%s' is not in force on %s".formatted(subject.standard(), subject.day()))
        : CheckResult.passed(CheckKind.STANDARD, inForce);
  }

  CheckResult content(Subject subject) throws IOException {
    var sample = subject.question().sample();
    if (sample.isEmpty()) {
      return CheckResult.skipped(CheckKind.CONTENT, "no-sample");
    }
    if (subject.root().isEmpty()) {
      return CheckResult.skipped(CheckKind.CONTENT, "before-failed");
    }
    var options =
        ValidationOptions.ALL.on(subject.day()).withAttachments(subject.question().attachments());
    try {
      var report = xoev.validate(sample.get(), production ? options.inProduction() : options);
      return report.isValid()
          ? CheckResult.passed(CheckKind.CONTENT, report.standard() + " " + report.version())
          : CheckResult.failed(CheckKind.CONTENT, Verdicts.of(report));
    } catch (GatewayException e) {
      return CheckResult.failed(CheckKind.CONTENT, e);
    }
  }
}
