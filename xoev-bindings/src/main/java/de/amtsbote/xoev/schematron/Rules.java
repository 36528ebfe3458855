package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.profile.ValidationProfile;
import de.amtsbote.xoev.standard.RuleFile;
import de.amtsbote.xoev.standard.StandardPackage;
import de.amtsbote.xoev.xml.Encoding;
import de.amtsbote.xoev.xml.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.s9api.Message;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trans.XPathException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rule files of one package, each compiled when it is first needed. */
public final class Rules {

  private static final Logger LOG = LoggerFactory.getLogger(Rules.class);
  private static final Pattern ERROR_CODE =
      Pattern.compile("^\\s*[^:]*Error code: (?:[\\w.-]+:)?([A-Z]{4}[0-9]{4}) ");
  private static final RuleEngine ENGINE = new RuleEngine();
  private static final Duration PAUSE = Duration.ofMinutes(5);

  /**
   * What the rules found.
   *
   * @param findings violations, and rule files that failed
   * @param suppressed violations counted but not kept
   * @param errors true when one of those not kept was an error
   * @param checkable false when an enforced rule file failed: the message must not be taken for
   *     valid
   */
  public record Outcome(
      List<Finding> findings, long suppressed, boolean errors, boolean checkable) {

    /** Nothing found. */
    public static final Outcome CLEAN = new Outcome(List.of(), 0, false, true);

    public Outcome {
      findings = List.copyOf(findings);
    }
  }

  private final Path folder;
  private Processor processor;
  private final List<RuleSet> sets;

  /** The rule files of a package; nothing is compiled yet. */
  public Rules(StandardPackage standard) {
    this(standard, PAUSE);
  }

  /**
   * @param pause time that a rule file is out of service after a run that was out of time, unless
   *     that run ends before
   */
  public Rules(StandardPackage standard, Duration pause) {
    this.folder = standard.directory();
    this.sets =
        standard.manifest().rules().stream()
            .map(file -> new RuleSet(file, () -> compiled(standard, file), pause))
            .toList();
  }

  /** Rule files of which a run goes on that was out of time. */
  public List<String> late() {
    return sets.stream().filter(RuleSet::isLate).map(set -> set.file().file()).toList();
  }

  /**
   * Compiles what is not compiled yet.
   *
   * @throws XoevException when a rule file does not compile
   */
  public void compile() {
    sets.parallelStream().forEach(RuleSet::compiled);
  }

  /**
   * Compiles what messages with this root need.
   *
   * @throws XoevException when a rule file does not compile
   */
  public void compile(String root) {
    sets.parallelStream().filter(set -> set.file().appliesTo(root)).forEach(RuleSet::compiled);
  }

  /** True when everything is compiled that messages with this root need. */
  public boolean isCompiled(String root) {
    return sets.stream().allMatch(set -> set.isCompiled() || !set.file().appliesTo(root));
  }

  private XsltExecutable compiled(StandardPackage standard, RuleFile file) {
    Path path = standard.directory().resolve(file.file());
    return ENGINE.compile(folder, path, processor());
  }

  /** Not before rules are needed: whoever wants other levels only never loads the rule engine. */
  private synchronized Processor processor() {
    if (processor == null) {
      processor = RuleEngine.processorOf(folder);
    }
    return processor;
  }

  /** Translates the Schematron files of a package once and keeps the result in its folder. */
  public static void transpileAhead(StandardPackage standard) {
    standard.manifest().rules().parallelStream()
        .forEach(
            file ->
                ENGINE.transpileAhead(
                    standard.directory(), standard.directory().resolve(file.file())));
  }

  /**
   * Runs the rule files that are meant for this root. The message is held in memory meanwhile.
   *
   * @param profile decides about weights and rule files
   * @param most violations to keep
   * @param time time for all of them together; compiling is not counted
   * @param share room of the message; a run that is out of time holds it until it ends
   * @throws IOException when the message cannot be read
   * @throws XoevException when a rule file does not compile
   */
  public Outcome run(
      Content content,
      String root,
      ValidationProfile profile,
      int most,
      Duration time,
      TreeRoom.Share share)
      throws IOException {
    long end = System.nanoTime() + time.toNanos();
    var findings = new ArrayList<Finding>();
    long suppressed = 0;
    boolean errors = false;
    boolean checkable = true;
    XdmNode message = tree(content);
    for (RuleSet set : sets) {
      if (!set.file().appliesTo(root)) {
        continue;
      }
      long before = System.nanoTime();
      set.compiled();
      end += System.nanoTime() - before;
      var job = new Job(set, message, profile, most - findings.size());
      Result result = bounded(job, share, end - System.nanoTime());
      findings.addAll(result.findings);
      suppressed += result.suppressed;
      errors |= result.errors;
      checkable &= result.completed || job.reportOnly();
    }
    return new Outcome(findings, suppressed, errors, checkable);
  }

  private record Result(
      List<Finding> findings, long suppressed, boolean errors, boolean completed) {}

  private record Job(RuleSet set, XdmNode message, ValidationProfile profile, int most) {

    boolean reportOnly() {
      return profile.isReportOnly(set.file().file(), set.file().reportOnly());
    }

    String file() {
      return set.file().file();
    }
  }

  private static Result bounded(Job job, TreeRoom.Share share, long nanos) {
    if (nanos <= 0 || !job.set().mayStart()) {
      return failed(job, "time");
    }
    var task = new FutureTask<>(() -> runOne(job));
    var thread = started(task, job, share);
    try {
      return task.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException endless) {
      job.set().ranOutOfTime(thread);
      thread.interrupt();
      thread.setPriority(Thread.MIN_PRIORITY);
      LOG.error(
          "Rule file {} did not end in time; it is out of service until it ends, or for {}",
          job.file(),
          job.set().pause());
      return failed(job, "time");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return failed(job, "interrupted");
    } catch (ExecutionException broken) {
      LOG.warn("Rule file {} failed: {}", job.file(), kind(broken.getCause()));
      return failed(job, kind(broken.getCause()));
    }
  }

  private static Thread started(Runnable task, Job job, TreeRoom.Share share) {
    Runnable holding =
        () -> {
          try {
            task.run();
          } finally {
            share.release();
          }
        };
    var thread = new Thread(holding, "rules-" + job.file());
    thread.setDaemon(true);
    share.hold();
    thread.start();
    return thread;
  }

  private XdmNode tree(Content content) throws IOException {
    var builder = processor().newDocumentBuilder();
    builder.setLineNumbering(true);
    try (InputStream in = content.open()) {
      return builder.build(
          new SAXSource(Xml.messageReader(), Xml.messageSource(in, Encoding.UTF_8)));
    } catch (SaxonApiException unreadable) {
      throw new IOException("The message cannot be read for the rules", unreadable);
    }
  }

  private static Result runOne(Job job) throws SaxonApiException {
    var transformer = job.set().compiled().load30();
    transformer.setErrorReporter(error -> {});
    var failure = new AtomicReference<>("");
    transformer.setMessageHandler(
        message -> failure.accumulateAndGet(code(message), String::concat));
    transformer.setResultDocumentHandler(
        uri -> {
          throw new IllegalStateException("Rules must not write files");
        });
    var report = new XdmDestination();
    transformer.setGlobalContextItem(job.message());
    try {
      transformer.applyTemplates(job.message(), report);
    } catch (SaxonApiException failed) {
      if (failure.get().isEmpty()) {
        throw failed;
      }
      LOG.warn("Rule file {} failed: {}", job.file(), failure);
      return failed(job, failure.get());
    }
    var weights = new RuleWeights(job.set().file(), job.profile(), job.reportOnly());
    var read = new RuleReport(job.message(), weights, Math.max(0, job.most()));
    read.read(report.getXdmNode());
    return new Result(read.findings(), read.suppressed(), read.suppressedErrors(), true);
  }

  /** What the translation of a Schematron file says before it gives up, without the reason. */
  private static String code(Message message) {
    QName kind = message.getErrorCode();
    if (kind == null || !kind.getLocalName().equals("ValidationError")) {
      return "";
    }
    var said = ERROR_CODE.matcher(message.getContent().getStringValue());
    return said.find() ? said.group(1) : "";
  }

  /** The error code of XPath and XSLT; messages of rule engines may quote values. */
  private static String kind(Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof XPathException failed && failed.getErrorCodeQName() != null) {
        return failed.getErrorCodeQName().getLocalPart();
      }
    }
    return cause.getClass().getSimpleName();
  }

  private static Result failed(Job job, String why) {
    Severity severity = job.reportOnly() ? Severity.WARNING : Severity.ERROR;
    Finding finding =
        FindingCode.RULES_FAILED.at(Level.SCHEMATRON, severity, Place.NOWHERE, job.file(), "", why);
    return new Result(List.of(finding), 0, false, false);
  }
}
