package de.amtsbote.gateway.xta;

import java.security.cert.X509Certificate;

/** A question whether a reader offers a service, and its answer. */
public record XtaService(XtaParty reader, String uri) {

  /**
   * The answer.
   *
   * @param available null when nobody knows
   * @param cipherCertificate what content for the reader is encrypted with; null without
   */
  public record Answer(XtaService question, Boolean available, X509Certificate cipherCertificate) {}
}
