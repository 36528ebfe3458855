package de.amtsbote.osci.client;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Set;

/**
 * The intermediary a client works with.
 *
 * @param address where it takes orders
 * @param cipher for which orders are encrypted; null: they go out plain
 * @param signers certificates that may sign its answers, compared octet by octet; several while it
 *     changes its key; whether they are expired or revoked is for the caller to check
 */
public record Supplier(URI address, X509Certificate cipher, Set<X509Certificate> signers) {

  /** Refuses a supplier whose answers could not be told from anybody's. */
  public Supplier {
    signers = Set.copyOf(signers);
    if (signers.isEmpty()) {
      throw new IllegalArgumentException("At least one signer of the intermediary must be known");
    }
  }

  /**
   * An intermediary that takes unencrypted orders, for networks that are protected otherwise.
   * Contents are encrypted for their readers all the same.
   */
  public static Supplier plain(URI address, X509Certificate signer) {
    return new Supplier(address, null, Set.of(signer));
  }

  boolean isEncrypted() {
    return cipher != null;
  }

  /** An intermediary with one signature certificate. */
  public static Supplier of(URI address, X509Certificate cipher, X509Certificate signer) {
    return new Supplier(address, cipher, Set.of(signer));
  }
}
