package de.amtsbote.xoev.benchmark;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.schema.PackageSchemas;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.transform.stream.StreamSource;

/**
 * Compares validation with a bare JAXP validator in turns, by the processor time of the thread, and
 * takes the best turn of each, which holds on machines that others use too. Arguments are the names
 * of corpora.
 */
public final class Comparison {

  private static final int TURNS = 25;
  private static final long BYTES_A_TURN = 3_000_000;

  private interface Step {
    void run(byte[] document) throws Exception;
  }

  private Comparison() {}

  /** Prints one line per corpus: bytes per message, microseconds per message, ratios. */
  public static void main(String[] names) throws Exception {
    for (String name : names) {
      var corpus = Corpus.of(name);
      var bare = PackageSchemas.compileUnchanged(corpus.standard(), corpus.xoev().catalog());
      var validator = bare.newValidator();
      Step[] steps = {
        document -> validator.validate(new StreamSource(new ByteArrayInputStream(document))),
        step(corpus, "safe,xsd"),
        step(corpus, "safe,charset,xsd"),
        step(corpus, "safe,charset,xsd,codes,header")
      };
      double[] best = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
      for (int turn = 0; turn < TURNS; turn++) {
        for (int i = 0; i < steps.length; i++) {
          best[i] = Math.min(best[i], turn(corpus.documents(), steps[i]));
        }
      }
      long bytes = corpus.documents().stream().mapToLong(d -> d.length).sum();
      System.out.printf(
          "%-16s %9d bytes  bare %10.1f us  safe,xsd %5.2f  +charset %5.2f  +codes,header %5.2f%n",
          name,
          bytes / corpus.documents().size(),
          best[0],
          best[1] / best[0],
          best[2] / best[0],
          best[3] / best[0]);
    }
  }

  private static Step step(Corpus corpus, String levels) {
    var options = ValidationOptions.ALL.withLevels(Level.parse(levels));
    return document -> corpus.xoev().validate(Content.of(document), options);
  }

  /** Microseconds per message over one turn. */
  private static double turn(List<byte[]> documents, Step step) throws Exception {
    long bytes = 0;
    int count = 0;
    long start = CpuTime.nanos();
    while (bytes < BYTES_A_TURN) {
      for (byte[] document : documents) {
        step.run(document);
        bytes += document.length;
        count++;
      }
    }
    return (CpuTime.nanos() - start) / 1e3 / count;
  }
}
