package de.amtsbote.xoev.benchmark;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.schema.PackageSchemas;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Validator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.xml.sax.SAXException;

/**
 * What validation costs, beside a JAXP validator that is reused on one thread and knows nothing but
 * the schema.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ValidationBenchmark {

  private static final ValidationOptions SCHEMA =
      ValidationOptions.ALL.withLevels(Level.parse("safe,charset,xsd"));
  private static final ValidationOptions WITHOUT_RULES =
      ValidationOptions.ALL.withLevels(Level.parse("safe,charset,xsd,codes,header"));

  /** Sets of messages; those of official standards are skipped where they are absent. */
  @Param({"xdemo-10k", "xdemo-10m", "xdemo-text-20k", "xbau-2.6", "xjustiz-3.6.2", "xdomea-3.0.0"})
  public String messages;

  private Xoev xoev;
  private Validator bare;
  private List<byte[]> documents;
  private int next;

  @Setup
  public void prepare() throws IOException {
    var corpus = Corpus.of(messages);
    xoev = corpus.xoev();
    documents = corpus.documents();
    bare = PackageSchemas.compileUnchanged(corpus.standard(), xoev.catalog()).newValidator();
  }

  private byte[] document() {
    next = next + 1 == documents.size() ? 0 : next + 1;
    return documents.get(next);
  }

  @Benchmark
  public void bareJaxp() throws IOException, SAXException {
    bare.validate(new StreamSource(new ByteArrayInputStream(document())));
  }

  @Benchmark
  public ValidationReport safeCharsetXsd() throws IOException {
    return valid(xoev.validate(Content.of(document()), SCHEMA));
  }

  @Benchmark
  public ValidationReport allButRules() throws IOException {
    return xoev.validate(Content.of(document()), WITHOUT_RULES);
  }

  private static ValidationReport valid(ValidationReport report) {
    if (!report.isValid()) {
      throw new IllegalStateException(report.findings().toString());
    }
    return report;
  }
}
