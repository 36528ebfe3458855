package de.amtsbote.gateway.cli.certificates;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A private key with its certificate and the certificate that signed it. */
record IssuedKey(PrivateKey key, X509Certificate certificate, X509Certificate issuer) {

  X509Certificate[] chain() {
    return new X509Certificate[] {certificate, issuer};
  }
}
