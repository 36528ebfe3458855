package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.profile.ValidationProfile;
import de.amtsbote.xoev.standard.OnceCompiled;
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
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltExecutable;

/** The rule files of one package, each compiled when it is first needed. */
public final class Rules {

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
            .map(file -> new RuleSet(file, compiling(standard, file), pause))
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
    sets.parallelStream().forEach(set -> set.compiled().get());
  }

  /**
   * Compiles what messages with this root need.
   *
   * @throws XoevException when a rule file does not compile
   */
  public void compile(String root) {
    sets.parallelStream()
        .filter(set -> set.file().appliesTo(root))
        .forEach(set -> set.compiled().get());
  }

  /** True when there is nothing left to compile that messages with this root need. */
  public boolean isSettled(String root) {
    return sets.stream().allMatch(set -> set.compiled().isSettled() || !set.file().appliesTo(root));
  }

  private OnceCompiled<XsltExecutable> compiling(StandardPackage standard, RuleFile file) {
    Path path = standard.directory().resolve(file.file());
    return new OnceCompiled<>(List.of(folder), () -> ENGINE.compile(folder, path, processor()));
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
      set.compiled().get();
      end += System.nanoTime() - before;
      var run = new RuleRun(set, message, profile, most - findings.size());
      RuleRun.Result result = run.within(end - System.nanoTime(), share);
      findings.addAll(result.findings());
      suppressed += result.suppressed();
      errors |= result.errors();
      checkable &= result.completed() || run.reportOnly();
    }
    return new Outcome(findings, suppressed, errors, checkable);
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
}
