package de.amtsbote.osci.trust;

import java.io.IOException;
import java.net.URI;

/**
 * The only way by which certificate checks reach a network. Without one, only configured CRL files
 * count.
 */
public interface RevocationFetcher {

  /** Fetches a CRL; the implementation bounds size and time. */
  byte[] get(URI crl) throws IOException;

  /** Posts an OCSP request; the implementation bounds size and time. */
  byte[] post(URI responder, byte[] ocspRequest) throws IOException;
}
