package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.profile.ValidationProfile;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.Message;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.trans.XPathException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One rule file on one message, in a thread of its own, because rules cannot be stopped.
 *
 * @param message the message as a tree
 * @param profile decides about weights and what is only reported
 * @param most violations to keep
 */
record RuleRun(RuleSet set, XdmNode message, ValidationProfile profile, int most) {

  private static final Logger LOG = LoggerFactory.getLogger(RuleRun.class);
  private static final Pattern ERROR_CODE =
      Pattern.compile("^\\s*[^:]*Error code: (?:[\\w.-]+:)?([A-Z]{4}[0-9]{4}) ");

  /**
   * What came of it.
   *
   * @param suppressed violations counted but not kept
   * @param errors true when one of those was an error
   * @param completed false when the rules failed or did not end
   */
  record Result(List<Finding> findings, long suppressed, boolean errors, boolean completed) {}

  boolean reportOnly() {
    return profile.isReportOnly(file(), set.file().reportOnly());
  }

  private String file() {
    return set.file().file();
  }

  /**
   * Runs the rules when they may, and waits for their end.
   *
   * @param nanos how long to wait at most
   * @param share room of the message; a run that is out of time holds it until it ends
   */
  Result within(long nanos, TreeRoom.Share share) {
    long end = System.nanoTime() + nanos;
    try {
      return set.start(nanos) ? started(share, end - System.nanoTime()) : failed("time");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return failed("interrupted");
    }
  }

  private Result started(TreeRoom.Share share, long nanos) throws InterruptedException {
    var task = new FutureTask<>(this::run);
    var thread = new Thread(holding(share, task), "rules-" + file());
    boolean ended = false;
    try {
      thread.setDaemon(true);
      thread.start();
      Result result = task.get(nanos, TimeUnit.NANOSECONDS);
      ended = true;
      return result;
    } catch (TimeoutException endless) {
      LOG.error(
          "Rule file {} did not end in time; it is out of service until it ends, or for {}",
          file(),
          set.pause());
      return failed("time");
    } catch (ExecutionException broken) {
      ended = true;
      LOG.warn("Rule file {} failed: {}", file(), kind(broken.getCause()));
      return failed(kind(broken.getCause()));
    } finally {
      if (ended) {
        set.ended();
      } else {
        set.ranOutOfTime(thread);
        thread.interrupt();
        thread.setPriority(Thread.MIN_PRIORITY);
      }
    }
  }

  private static Runnable holding(TreeRoom.Share share, Runnable task) {
    share.hold();
    return () -> {
      try {
        task.run();
      } finally {
        share.release();
      }
    };
  }

  private Result run() throws SaxonApiException {
    var transformer = set.compiled().get().load30();
    transformer.setErrorReporter(error -> {});
    var failure = new AtomicReference<>("");
    transformer.setMessageHandler(said -> failure.accumulateAndGet(code(said), String::concat));
    transformer.setResultDocumentHandler(
        uri -> {
          throw new IllegalStateException("Rules must not write files");
        });
    var report = new XdmDestination();
    transformer.setGlobalContextItem(message);
    try {
      transformer.applyTemplates(message, report);
    } catch (SaxonApiException failed) {
      if (failure.get().isEmpty()) {
        throw failed;
      }
      LOG.warn("Rule file {} failed: {}", file(), failure);
      return failed(failure.get());
    }
    var weights = new RuleWeights(set.file(), profile, reportOnly());
    var read = new RuleReport(message, weights, Math.max(0, most));
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

  private Result failed(String why) {
    Severity severity = reportOnly() ? Severity.WARNING : Severity.ERROR;
    Finding finding =
        FindingCode.RULES_FAILED.at(Level.SCHEMATRON, severity, Place.NOWHERE, file(), "", why);
    return new Result(List.of(finding), 0, false, false);
  }
}
