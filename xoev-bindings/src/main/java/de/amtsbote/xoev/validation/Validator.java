package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.attachment.AttachmentCheck;
import de.amtsbote.xoev.attachment.ReferenceCollector;
import de.amtsbote.xoev.codelist.CodeLists;
import de.amtsbote.xoev.header.HeaderReader;
import de.amtsbote.xoev.schematron.Rules;
import de.amtsbote.xoev.schematron.TreeRoom;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.standard.Dispatcher;
import de.amtsbote.xoev.standard.StandardPackage;
import de.amtsbote.xoev.xml.BoundedStream;
import de.amtsbote.xoev.xml.Encoding;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import org.xml.sax.SAXException;

/** Validates messages on all levels; one instance serves any number of threads. */
public final class Validator {

  private static final int START = 2 << 20;
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
   * Validates one message. What is wrong with the message stands in the report; it is opened once,
   * and once more for the rules.
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
      String encoding = Encoding.of(in);
      if (!Encoding.isAllowed(encoding)) {
        return Refusals.report(Dispatcher.unreadable(encoding), options, findings);
      }
      in.mark(START);
      Dispatch dispatch = dispatcher.dispatch(in, day);
      if (!(dispatch instanceof Dispatch.Known known)) {
        return Refusals.report(dispatch, options, findings);
      }
      in.reset();
      // forgets the mark: nothing that is read from here on needs to be kept
      in.mark(0);
      StandardPackage standard = known.standard();
      findings.govern(
          options.profiles().of(standard.name(), standard.version(), options.partner()));
      var run = new Run(prepared.apply(standard), known, options, findings, deadline);
      options.oldHeader().ifPresent(p -> findings.tolerate(run.standard().headers(p).blocks()));
      boolean checkable = true;
      if (read(in, encoding, bounded, run)) {
        checkable = checkRules(content, run, bounded.count());
      }
      return report(run, checkable);
    }
  }

  /** One message with everything it is checked against. */
  private record Run(
      Prepared standard,
      Dispatch.Known known,
      ValidationOptions options,
      Findings findings,
      long deadline) {}

  /** False when the reading ended before the message did. */
  private boolean read(InputStream message, String encoding, BoundedStream source, Run run) {
    Findings findings = run.findings();
    StandardPackage standard = run.known().standard();
    if (hasRules(run)) {
      run.standard().compileRulesMeanwhile(run.known().root().name());
    }
    Pass pass = run.standard().take();
    Gathering gathering = gathering(run, pass.cursor());
    try {
      CodeCheck.Lookup lookup =
          (uri, version, column, code) -> lists.find(standard, uri, version, column, code);
      pass.read(
          message,
          encoding,
          source,
          run.options().limits(),
          findings,
          lookup,
          gathering,
          run.deadline());
      checkGathered(run, gathering);
      boolean knowsNames = findings.wants(Level.XSD) && !findings.isMisshapen();
      if (knowsNames && !pass.isWornOut()) {
        run.standard().giveBack(pass);
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

  private static Gathering gathering(Run run, Cursor cursor) {
    HeaderReader headers = headers(run);
    boolean header = run.findings().wants(Level.HEADER) && headers.expectsHeader();
    boolean references =
        run.findings().wants(Level.HEADER)
            && run.options().attachments().isPresent()
            && !run.known().standard().manifest().attachments().isEmpty();
    return new Gathering(
        header ? headers.collector(cursor::position) : null,
        references
            ? new ReferenceCollector(run.known().standard().manifest().attachments(), cursor::place)
            : null);
  }

  private static HeaderReader headers(Run run) {
    Prepared standard = run.standard();
    return run.options().oldHeader().map(standard::headers).orElseGet(standard::headers);
  }

  private void checkGathered(Run run, Gathering gathering) {
    if (gathering.header() != null) {
      HeaderReader headers = headers(run);
      if (run.findings().hasTolerated()) {
        var place = new Place(1, 1, "/" + run.known().root().name());
        String block = String.join(", ", headers.blocks());
        run.findings()
            .add(
                FindingCode.HEADER_TOLERATED.at(
                    Level.HEADER, Severity.INFORMATION, place, "", "", block));
      }
      new HeaderCheck(clock, lists, run.known().standard())
          .check(gathering.header(), headers, run.known().root(), run.options(), run.findings());
    }
    if (gathering.references() != null) {
      AttachmentCheck.check(
          gathering.references(), run.options().attachments().orElseThrow(), run.findings()::add);
    }
  }

  private static boolean hasRules(Run run) {
    String root = run.known().root().name();
    return run.findings().wants(Level.SCHEMATRON)
        && run.known().standard().manifest().rules().stream().anyMatch(r -> r.appliesTo(root));
  }

  /** False when rules failed and the message must not be taken for valid. */
  private static boolean checkRules(Content content, Run run, long size) throws IOException {
    Findings findings = run.findings();
    Limits limits = run.options().limits();
    String root = run.known().root().name();
    if (findings.isMisshapen() || !hasRules(run)) {
      return true;
    }
    if (size > limits.maxRulesBytes()) {
      String most = "bytes <= " + limits.maxRulesBytes();
      findings.add(
          FindingCode.RULES_SKIPPED.at(
              Level.SCHEMATRON, Severity.ERROR, Place.NOWHERE, "", most, size + " bytes"));
      return false;
    }
    var share = TreeRoom.ofTheHeap().take(size, left(run));
    if (share.isEmpty()) {
      findings.add(
          FindingCode.ROOM.at(
              Level.SCHEMATRON, Severity.ERROR, Place.NOWHERE, "", limits.time().toString(), ""));
      return false;
    }
    try {
      Rules.Outcome outcome =
          run.standard()
              .rules()
              .run(content, root, findings.profile(), limits.maxFindings(), left(run), share.get());
      outcome.findings().forEach(findings::add);
      findings.suppress(outcome.suppressed(), outcome.errors());
      return outcome.checkable();
    } finally {
      share.get().release();
    }
  }

  private static Duration left(Run run) {
    return Duration.ofNanos(Math.max(0, run.deadline() - System.nanoTime()));
  }

  /**
   * What is wrong for certain makes a message invalid. A rule set that failed cannot be trusted on
   * this message, so it outweighs rules that are violated.
   */
  private static ValidationReport report(Run run, boolean checkable) {
    Findings findings = run.findings();
    Dispatch.Known known = run.known();
    Verdict verdict = Verdict.VALID;
    boolean open = findings.hasTimedOut() || !checkable;
    if (open && !findings.hasErrors()) {
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
        findings.levels(),
        findings.sorted(),
        findings.suppressed());
  }
}
