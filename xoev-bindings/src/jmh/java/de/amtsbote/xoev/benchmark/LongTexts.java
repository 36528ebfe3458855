package de.amtsbote.xoev.benchmark;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.schema.PackageSchemas;
import de.amtsbote.xoev.validation.Limits;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.ByteArrayInputStream;
import javax.xml.transform.stream.StreamSource;

/**
 * What one long text costs a bare JAXP validator and us: the pattern of its type is quadratic
 * there. Processor time, best of five turns each.
 */
public final class LongTexts {

  private static final int[] LENGTHS = {1_000, 5_000, 20_000, 50_000, 200_000};
  private static final int TURNS = 5;

  private interface Step {
    void run() throws Exception;
  }

  private LongTexts() {}

  /** Prints one line per length: characters, milliseconds bare and ours. */
  public static void main(String[] none) throws Exception {
    var corpus = Corpus.of("xdemo-10k");
    var bare =
        PackageSchemas.compileUnchanged(corpus.standard(), corpus.xoev().catalog()).newValidator();
    var options =
        ValidationOptions.ALL
            .withLevels(Level.parse("safe,charset,xsd"))
            .within(Limits.DEFAULT.withMaxLatinText(1_000_000));
    for (int length : LENGTHS) {
      byte[] message = Corpus.longText(length);
      double theirs =
          best(() -> bare.validate(new StreamSource(new ByteArrayInputStream(message))));
      double ours = best(() -> corpus.xoev().validate(Content.of(message), options));
      System.out.printf("%,9d characters  bare %9.1f ms  ours %6.2f ms%n", length, theirs, ours);
    }
  }

  private static double best(Step step) throws Exception {
    double best = Double.MAX_VALUE;
    for (int turn = 0; turn < TURNS; turn++) {
      long start = CpuTime.nanos();
      step.run();
      best = Math.min(best, (CpuTime.nanos() - start) / 1e6);
    }
    return best;
  }
}
