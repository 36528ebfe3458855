package de.amtsbote.osci.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * CPU time of composing and opening beside that of their cryptography, taken alternately in one
 * run: it can be compared even while other programs use the machine. The best of all turns counts.
 * Arguments: turns, and seconds of each.
 */
public final class CpuTime {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What was computed last, so that nothing is optimised away. */
  static volatile Object result;

  private CpuTime() {}

  /** Prints a line for each size and form. */
  public static void main(String[] arguments) throws Exception {
    String[] numbers = String.join(" ", arguments).trim().split(" +");
    int turns = numbers.length > 1 ? Integer.parseInt(numbers[0]) : 10;
    long nanos = (long) (1e9 * (numbers.length > 1 ? Double.parseDouble(numbers[1]) : 1));
    System.out.println("content | compose µs | bare µs | ratio | open µs | bare µs | ratio");
    for (int size : new int[] {10 << 10, 1 << 20, 10 << 20}) {
      for (String form : new String[] {"xml", "attachment"}) {
        line(size, form, turns, nanos);
      }
    }
  }

  private static void line(int size, String form, int turns, long nanos) throws Exception {
    MessageBenchmark benchmark = new MessageBenchmark();
    benchmark.size = size;
    benchmark.form = form;
    benchmark.prepare();
    Map<String, Callable<?>> operations = new LinkedHashMap<>();
    operations.put("compose", benchmark::compose);
    operations.put("bareCompose", benchmark::bareCompose);
    operations.put("open", benchmark::open);
    operations.put("bareOpen", benchmark::bareOpen);
    Map<String, Double> best = new LinkedHashMap<>();
    for (int turn = 0; turn < turns; turn++) {
      for (Map.Entry<String, Callable<?>> operation : operations.entrySet()) {
        best.merge(operation.getKey(), micros(operation.getValue(), nanos), Math::min);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d KiB %s | %.0f | %.0f | %.0f %% | %.0f | %.0f | %.0f %%%n",
        size / 1024,
        form,
        best.get("compose"),
        best.get("bareCompose"),
        100 * best.get("bareCompose") / best.get("compose"),
        best.get("open"),
        best.get("bareOpen"),
        100 * best.get("bareOpen") / best.get("open"));
  }

  private static double micros(Callable<?> operation, long nanos) throws Exception {
    long end = System.nanoTime() + nanos;
    long start = THREADS.getCurrentThreadCpuTime();
    int count = 0;
    do {
      result = operation.call();
      count++;
    } while (System.nanoTime() < end);
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / count;
  }
}
