package de.amtsbote.osci.wire;

import de.amtsbote.osci.crypto.KeyOperations;
import java.security.cert.X509Certificate;

/**
 * How an order or answer is protected on its way; the two are independent of each other.
 *
 * @param signer key of the order signature, its certificate must stand among those of the message
 *     in the role of the sender; null: unsigned
 * @param recipient cipher certificate of the supplier or client; null: not encrypted
 */
public record OrderSecurity(KeyOperations signer, X509Certificate recipient) {

  /** Neither signed nor encrypted. */
  public static final OrderSecurity NONE = new OrderSecurity(null, null);
}
