package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.codelist.CodeLists;
import de.amtsbote.xoev.schematron.Rules;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.standard.Dispatcher;
import de.amtsbote.xoev.standard.StandardPackage;
import de.amtsbote.xoev.xml.BoundedStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import org.xml.sax.SAXException;

/** Validates messages on all levels; one instance serves any number of threads. */
public final class Validator {

  private static final int START = 2 << 20;
  private static final int SNIFFED = 256;
  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

  private final Clock clock;
  private final Dispatcher dispatcher;
  private final CodeLists lists;
  private final Function<StandardPackage, Prepared> prepared;

  /**
   * @param dispatcher finds the package of a message
   * @param lists code lists to check against
   * @param prepared gives the compiled package; compiles it when it is asked for first
   */
  public Validator(
      Clock clock,
      Dispatcher dispatcher,
      CodeLists lists,
      Function<StandardPackage, Prepared> prepared) {
    this.clock = clock;
    this.dispatcher = dispatcher;
    this.lists = lists;
    this.prepared = prepared;
  }

  /**
   * Validates one message. What is wrong with the message stands in the report; it is opened up to
   * three times.
   *
   * @throws IOException when the bytes of the message cannot be read
   * @throws XoevException when the package of the message does not compile
   */
  public ValidationReport validate(Content content, ValidationOptions options) throws IOException {
    var findings = new Findings(options.levels(), options.limits().maxFindings());
    long deadline = System.nanoTime() + options.limits().time().toNanos();
    LocalDate day = options.day().orElseGet(() -> LocalDate.now(clock.withZone(GERMANY)));
    Limits limits = options.limits();
    var bounded = new BoundedStream(content.open(), limits.maxBytes(), limits.maxMarkup());
    try (var in = new BufferedInputStream(bounded, 16_384)) {
      checkEncoding(in, findings);
      in.mark(START);
      Dispatch dispatch = dispatcher.dispatch(in, day);
      if (!(dispatch instanceof Dispatch.Known known)) {
        return Refusals.report(dispatch, options, findings);
      }
      in.reset();
      Prepared standard = prepared.apply(known.standard());
      boolean complete = read(in, bounded, standard, options, findings, deadline);
      boolean checkable = true;
      if (complete) {
        checkHeader(content, standard, known, options, findings);
        checkable =
            checkRules(content, standard, known, bounded.count(), options, findings, deadline);
      }
      return report(known, options, findings, checkable);
    }
  }

  private static void checkEncoding(BufferedInputStream in, Findings findings) throws IOException {
    in.mark(SNIFFED);
    byte[] start = new byte[SNIFFED];
    int length = in.readNBytes(start, 0, SNIFFED);
    in.reset();
    String encoding = Encoding.of(start, length);
    if (!Encoding.ALLOWED.contains(encoding)) {
      findings.add(
          FindingCode.ENCODING.at(
              Level.SAFE, Severity.ERROR, Place.NOWHERE, "", "UTF-8", encoding));
    }
  }

  /** False when the reading ended before the message did. */
  private boolean read(
      BufferedInputStream in,
      BoundedStream source,
      Prepared standard,
      ValidationOptions options,
      Findings findings,
      long deadline)
      throws IOException {
    Pass pass = standard.take();
    try {
      pass.read(in, source, options.limits(), findings, lists::find, deadline);
      boolean knowsNames = findings.wants(Level.XSD) && !findings.hasForeignNames();
      if (knowsNames && !pass.isWornOut()) {
        standard.giveBack(pass);
      }
      return true;
    } catch (Stop stop) {
      findings.add(
          stop.code()
              .at(Level.SAFE, Severity.ERROR, pass.cursor().place(), "", stop.expected(), ""));
    } catch (SAXException broken) {
      findings.add(ParserErrors.finding(broken));
    } catch (IOException failed) {
      findings.add(ParserErrors.finding(failed, pass.cursor().place()));
    }
    return false;
  }

  private void checkHeader(
      Content content,
      Prepared standard,
      Dispatch.Known known,
      ValidationOptions options,
      Findings findings) {
    if (!findings.wants(Level.HEADER) || !standard.headers().expectsHeader()) {
      return;
    }
    var header = standard.headers().read(content);
    new HeaderCheck(clock, lists, known.standard())
        .check(header, standard.headers(), known.root(), options.production(), findings);
  }

  /** False when rules failed and the message must not be taken for valid. */
  private static boolean checkRules(
      Content content,
      Prepared standard,
      Dispatch.Known known,
      long size,
      ValidationOptions options,
      Findings findings,
      long deadline)
      throws IOException {
    boolean due =
        findings.wants(Level.SCHEMATRON)
            && !findings.hasErrors()
            && !standard.standard().manifest().rules().isEmpty()
            && standard.rules().applyTo(known.root().name());
    if (!due) {
      return true;
    }
    if (size > options.limits().maxRulesBytes()) {
      findings.add(
          FindingCode.RULES_SKIPPED.at(
              Level.SCHEMATRON,
              Severity.ERROR,
              Place.NOWHERE,
              "",
              "bytes <= " + options.limits().maxRulesBytes(),
              size + " bytes"));
      return false;
    }
    var left = java.time.Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    Rules.Outcome outcome =
        standard.rules().run(content, known.root().name(), findings.room(), left);
    outcome.findings().forEach(findings::add);
    findings.suppress(outcome.suppressed());
    return outcome.checkable();
  }

  /**
   * A rule set that failed cannot be trusted on this message, so it outweighs rules that are
   * violated.
   */
  private static ValidationReport report(
      Dispatch.Known known, ValidationOptions options, Findings findings, boolean checkable) {
    boolean stopped = findings.sorted().stream().anyMatch(Validator::isTime);
    Verdict verdict = Verdict.VALID;
    if (stopped || (!checkable && !findings.hasErrors())) {
      verdict = Verdict.UNKNOWN;
    } else if (findings.hasErrors() || findings.hasRuleErrors()) {
      verdict = Verdict.INVALID;
    }
    return new ValidationReport(
        verdict,
        known.standard().name(),
        known.standard().version(),
        known.root().messageType(),
        known.root().name(),
        options.levels(),
        findings.sorted(),
        findings.suppressed());
  }

  private static boolean isTime(Finding finding) {
    return finding.code().equals(FindingCode.TIME.code());
  }
}
