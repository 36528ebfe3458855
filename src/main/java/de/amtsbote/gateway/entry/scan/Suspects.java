package de.amtsbote.gateway.entry.scan;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.VirusScanner;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells a scanner that is away from content that takes it down each time: where it is there before
 * or after and yet goes away at the same content again and again, it cannot judge that. For one
 * thread.
 */
public final class Suspects {

  private static final int MOST_TRIES = 3;
  private static final int MOST_KNOWN = 1000;

  private final VirusScanner scanner;
  private final Map<String, Integer> tries =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  public Suspects(VirusScanner scanner) {
    this.scanner = scanner;
  }

  /** Something that shows content to the scanner. */
  @FunctionalInterface
  public interface Step<T, X extends Exception> {
    T take() throws X;
  }

  /**
   * Shows the scanner the content of this id.
   *
   * @throws GatewayException what the step throws; CONTENT_UNSCANNABLE instead of
   *     SCANNER_UNAVAILABLE when the content is the cause
   */
  public <T, X extends Exception> T show(String id, Step<T, X> step) throws X {
    var isThere = !tries.containsKey(id) || scanner.isThere();
    try {
      var result = step.take();
      tries.remove(id);
      return result;
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.SCANNER_UNAVAILABLE) {
        throw e;
      }
      if (isThere || scanner.isThere()) {
        tries.merge(id, 1, Integer::sum);
      }
      throw tries.getOrDefault(id, 0) < MOST_TRIES ? e : hopeless(e);
    }
  }

  private static GatewayException hopeless(GatewayException last) {
    return new GatewayException(
        ErrorCode.CONTENT_UNSCANNABLE,
        "the virus scanner is there, and goes away at this content each time",
        last);
  }
}
