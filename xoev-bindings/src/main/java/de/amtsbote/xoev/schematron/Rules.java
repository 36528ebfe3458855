package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.standard.RuleFile;
import de.amtsbote.xoev.standard.StandardPackage;
import de.amtsbote.xoev.xml.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.InputSource;

/** The compiled rule files of one package. */
public final class Rules {

  private static final Logger LOG = LoggerFactory.getLogger(Rules.class);
  private static final RuleEngine ENGINE = new RuleEngine();

  /**
   * What the rules found.
   *
   * @param findings violations, and rule files that failed
   * @param suppressed violations counted but not kept
   * @param checkable false when an enforced rule file failed: the message must not be taken for
   *     valid
   */
  public record Outcome(List<Finding> findings, long suppressed, boolean checkable) {

    /** Nothing found. */
    public static final Outcome CLEAN = new Outcome(List.of(), 0, true);

    public Outcome {
      findings = List.copyOf(findings);
    }
  }

  private final Processor processor;
  private final List<RuleSet> sets = new ArrayList<>();

  /**
   * Compiles the rule files of a package.
   *
   * @throws XoevException when one does not compile
   */
  public Rules(StandardPackage standard) {
    this.processor = RuleEngine.processorOf(standard.directory());
    for (RuleFile file : standard.manifest().rules()) {
      var path = standard.directory().resolve(file.file());
      sets.add(new RuleSet(file, ENGINE.compile(standard.directory(), path, processor)));
    }
  }

  /** Translates the Schematron files of a package once and keeps the result in its folder. */
  public static void transpileAhead(StandardPackage standard) {
    for (RuleFile file : standard.manifest().rules()) {
      ENGINE.transpileAhead(standard.directory(), standard.directory().resolve(file.file()));
    }
  }

  /** True when a rule file is meant for messages with this root. */
  public boolean applyTo(String root) {
    return sets.stream().anyMatch(set -> set.file().appliesTo(root));
  }

  /**
   * Runs the rule files that are meant for this root. The message is held in memory meanwhile.
   *
   * @param most violations to keep
   * @param time time for all of them together
   * @throws IOException when the message cannot be read
   */
  public Outcome run(Content content, String root, int most, Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    var findings = new ArrayList<Finding>();
    long suppressed = 0;
    boolean checkable = true;
    XdmNode message = tree(content);
    for (RuleSet set : sets) {
      if (!set.file().appliesTo(root)) {
        continue;
      }
      Result result = bounded(set, message, most - findings.size(), end - System.nanoTime());
      findings.addAll(result.findings);
      suppressed += result.suppressed;
      checkable &= result.completed || set.file().reportOnly();
    }
    return new Outcome(findings, suppressed, checkable);
  }

  private record Result(List<Finding> findings, long suppressed, boolean completed) {}

  private static Result bounded(RuleSet set, XdmNode message, int most, long nanos) {
    if (set.isEndless() || nanos <= 0) {
      return failed(set, "time");
    }
    var task = new FutureTask<>(() -> runOne(set, message, most));
    var thread = new Thread(task, "rules-" + set.file().file());
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException endless) {
      set.ranOutOfTime();
      thread.interrupt();
      thread.setPriority(Thread.MIN_PRIORITY);
      LOG.error("Rule file {} did not end in time and is out of service now", set.file().file());
      return failed(set, "time");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return failed(set, "interrupted");
    } catch (ExecutionException broken) {
      LOG.warn("Rule file {} failed: {}", set.file().file(), kind(broken.getCause()));
      return failed(set, kind(broken.getCause()));
    }
  }

  private XdmNode tree(Content content) throws IOException {
    var builder = processor.newDocumentBuilder();
    builder.setLineNumbering(true);
    try (InputStream in = content.open()) {
      return builder.build(new SAXSource(Xml.messageReader(), new InputSource(in)));
    } catch (SaxonApiException unreadable) {
      throw new IOException("The message cannot be read for the rules", unreadable);
    }
  }

  private static Result runOne(RuleSet set, XdmNode message, int most) throws SaxonApiException {
    var transformer = set.compiled().load30();
    transformer.setErrorReporter(error -> {});
    transformer.setMessageHandler(ignored -> {});
    transformer.setResultDocumentHandler(
        uri -> {
          throw new IllegalStateException("Rules must not write files");
        });
    var report = new XdmDestination();
    transformer.setGlobalContextItem(message);
    transformer.applyTemplates(message, report);
    var read = new RuleReport(message, set.file(), Math.max(0, most)).read(report.getXdmNode());
    return new Result(read.findings(), read.suppressed(), true);
  }

  /** The error code of XPath and XSLT; messages of rule engines may quote values. */
  private static String kind(Throwable cause) {
    if (cause instanceof SaxonApiException api && api.getErrorCode() != null) {
      return api.getErrorCode().getLocalName();
    }
    return cause.getClass().getSimpleName();
  }

  private static Result failed(RuleSet set, String why) {
    Severity severity = set.file().reportOnly() ? Severity.WARNING : Severity.ERROR;
    Finding finding =
        FindingCode.RULES_FAILED.at(
            Level.SCHEMATRON, severity, Place.NOWHERE, set.file().file(), "", why);
    return new Result(List.of(finding), 0, false);
  }
}
