package de.amtsbote.osci.security;

import de.amtsbote.osci.error.Layer;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;

/**
 * What may be said of text that was decrypted from CBC. It has no tag: a wrong key or a changed
 * text shows as wrong padding, broken XML or a digest that does not fit, and whoever could tell
 * them apart could decrypt by asking often enough. So they are one failure.
 */
public final class Unauthenticated {

  private Unauthenticated() {}

  /**
   * The one failure for all that is wrong with such text.
   *
   * @param failed the rule of decryption that failed
   * @param refused the rule of algorithms that are not admitted, which says the same outside
   */
  public static OsciException failure(OsciException e, Rule failed, Rule refused) {
    Layer layer = e.error().layer();
    if (layer == Layer.INTERNAL) {
      return e;
    }
    return layer == Layer.ALGORITHM_POLICY
        ? new OsciException(refused, e.error().where(), e)
        : new OsciException(failed, null, e);
  }
}
