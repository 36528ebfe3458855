package de.amtsbote.gateway.security;

import java.security.cert.X509Certificate;

/** Tells the certificates of the sample PKI, whose keys nobody may trust, from real ones. */
public final class SampleCertificates {

  /** A non-critical extension that every certificate made by {@code certificates create} bears. */
  public static final String MARKER_OID = "2.25.287763544413862404470231386014126347094";

  private SampleCertificates() {}

  /** Whether the certificate was made for the demo or for tests. */
  public static boolean isSample(X509Certificate certificate) {
    return certificate.getExtensionValue(MARKER_OID) != null;
  }
}
