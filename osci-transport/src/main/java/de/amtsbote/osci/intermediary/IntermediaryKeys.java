package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.crypto.KeyOperations;
import java.util.List;

/**
 * The keys of an intermediary.
 *
 * @param cipher keys that open encrypted orders; the first is the current one, the others are kept
 *     for clients that still use an older certificate
 * @param signature signs all answers
 */
public record IntermediaryKeys(List<KeyOperations> cipher, KeyOperations signature) {

  /** Refuses an intermediary that cannot be written to. */
  public IntermediaryKeys {
    cipher = List.copyOf(cipher);
    if (cipher.isEmpty()) {
      throw new IllegalArgumentException("An intermediary needs a cipher key");
    }
  }

  /** One key of each kind. */
  public static IntermediaryKeys of(KeyOperations cipher, KeyOperations signature) {
    return new IntermediaryKeys(List.of(cipher), signature);
  }
}
