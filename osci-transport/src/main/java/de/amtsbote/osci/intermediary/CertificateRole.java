package de.amtsbote.osci.intermediary;

import static de.amtsbote.osci.model.FeedbackCode.AUTHOR_CIPHER_CERTIFICATE_INVALID;
import static de.amtsbote.osci.model.FeedbackCode.AUTHOR_CIPHER_CERTIFICATE_OUTSIDE_VALIDITY;
import static de.amtsbote.osci.model.FeedbackCode.AUTHOR_CIPHER_CERTIFICATE_REVOKED;
import static de.amtsbote.osci.model.FeedbackCode.AUTHOR_SIGNATURE_CERTIFICATE_INVALID;
import static de.amtsbote.osci.model.FeedbackCode.AUTHOR_SIGNATURE_CERTIFICATE_OUTSIDE_VALIDITY;
import static de.amtsbote.osci.model.FeedbackCode.AUTHOR_SIGNATURE_CERTIFICATE_REVOKED;
import static de.amtsbote.osci.model.FeedbackCode.CERTIFICATE_CHECK_INCOMPLETE;
import static de.amtsbote.osci.model.FeedbackCode.CLIENT_CIPHER_CERTIFICATE_CHECK_INCOMPLETE;
import static de.amtsbote.osci.model.FeedbackCode.CLIENT_CIPHER_CERTIFICATE_INVALID;
import static de.amtsbote.osci.model.FeedbackCode.CLIENT_CIPHER_CERTIFICATE_OUTSIDE_VALIDITY;
import static de.amtsbote.osci.model.FeedbackCode.CLIENT_CIPHER_CERTIFICATE_REVOKED;
import static de.amtsbote.osci.model.FeedbackCode.CLIENT_SIGNATURE_CERTIFICATE_INVALID;
import static de.amtsbote.osci.model.FeedbackCode.CLIENT_SIGNATURE_CERTIFICATE_OUTSIDE_VALIDITY;
import static de.amtsbote.osci.model.FeedbackCode.CLIENT_SIGNATURE_CERTIFICATE_REVOKED;
import static de.amtsbote.osci.model.FeedbackCode.READER_CIPHER_CERTIFICATE_INVALID;
import static de.amtsbote.osci.model.FeedbackCode.READER_CIPHER_CERTIFICATE_OUTSIDE_VALIDITY;
import static de.amtsbote.osci.model.FeedbackCode.READER_CIPHER_CERTIFICATE_REVOKED;
import static de.amtsbote.osci.model.FeedbackCode.RECIPIENT_CIPHER_CERTIFICATE_INVALID;
import static de.amtsbote.osci.model.FeedbackCode.RECIPIENT_CIPHER_CERTIFICATE_OUTSIDE_VALIDITY;
import static de.amtsbote.osci.model.FeedbackCode.RECIPIENT_CIPHER_CERTIFICATE_REVOKED;
import static de.amtsbote.osci.model.FeedbackCode.RECIPIENT_SIGNATURE_CERTIFICATE_INVALID;
import static de.amtsbote.osci.model.FeedbackCode.RECIPIENT_SIGNATURE_CERTIFICATE_OUTSIDE_VALIDITY;
import static de.amtsbote.osci.model.FeedbackCode.RECIPIENT_SIGNATURE_CERTIFICATE_REVOKED;

import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.trust.CertificateReport;
import de.amtsbote.osci.trust.Finding;
import java.util.Optional;

/** For whom a certificate is checked, and what is said about it (OSCI-Transport 1.2, K§6). */
enum CertificateRole {
  CLIENT_CIPHER(
      CLIENT_CIPHER_CERTIFICATE_OUTSIDE_VALIDITY,
      CLIENT_CIPHER_CERTIFICATE_CHECK_INCOMPLETE,
      CLIENT_CIPHER_CERTIFICATE_INVALID,
      CLIENT_CIPHER_CERTIFICATE_REVOKED),
  CLIENT_SIGNATURE(
      CLIENT_SIGNATURE_CERTIFICATE_OUTSIDE_VALIDITY,
      CERTIFICATE_CHECK_INCOMPLETE,
      CLIENT_SIGNATURE_CERTIFICATE_INVALID,
      CLIENT_SIGNATURE_CERTIFICATE_REVOKED),
  AUTHOR_SIGNATURE(
      AUTHOR_SIGNATURE_CERTIFICATE_OUTSIDE_VALIDITY,
      CERTIFICATE_CHECK_INCOMPLETE,
      AUTHOR_SIGNATURE_CERTIFICATE_INVALID,
      AUTHOR_SIGNATURE_CERTIFICATE_REVOKED),
  AUTHOR_CIPHER(
      AUTHOR_CIPHER_CERTIFICATE_OUTSIDE_VALIDITY,
      CERTIFICATE_CHECK_INCOMPLETE,
      AUTHOR_CIPHER_CERTIFICATE_INVALID,
      AUTHOR_CIPHER_CERTIFICATE_REVOKED),
  RECIPIENT_CIPHER(
      RECIPIENT_CIPHER_CERTIFICATE_OUTSIDE_VALIDITY,
      CERTIFICATE_CHECK_INCOMPLETE,
      RECIPIENT_CIPHER_CERTIFICATE_INVALID,
      RECIPIENT_CIPHER_CERTIFICATE_REVOKED),
  RECIPIENT_SIGNATURE(
      RECIPIENT_SIGNATURE_CERTIFICATE_OUTSIDE_VALIDITY,
      CERTIFICATE_CHECK_INCOMPLETE,
      RECIPIENT_SIGNATURE_CERTIFICATE_INVALID,
      RECIPIENT_SIGNATURE_CERTIFICATE_REVOKED),
  READER_CIPHER(
      READER_CIPHER_CERTIFICATE_OUTSIDE_VALIDITY,
      CERTIFICATE_CHECK_INCOMPLETE,
      READER_CIPHER_CERTIFICATE_INVALID,
      READER_CIPHER_CERTIFICATE_REVOKED);

  private final FeedbackCode outsideValidity;
  private final FeedbackCode incomplete;
  private final FeedbackCode invalid;
  private final FeedbackCode revoked;

  CertificateRole(
      FeedbackCode outsideValidity,
      FeedbackCode incomplete,
      FeedbackCode invalid,
      FeedbackCode revoked) {
    this.outsideValidity = outsideValidity;
    this.incomplete = incomplete;
    this.invalid = invalid;
    this.revoked = revoked;
  }

  /** The role of a certificate that is not the client's own. */
  static CertificateRole of(RoleCertificate certificate) {
    boolean cipher = certificate.usage() == Usage.CIPHER;
    return switch (certificate.role()) {
      case ORIGINATOR, OTHER_AUTHOR -> cipher ? AUTHOR_CIPHER : AUTHOR_SIGNATURE;
      case OTHER_READER -> READER_CIPHER;
      case ADDRESSEE, INTERMEDIARY -> cipher ? RECIPIENT_CIPHER : RECIPIENT_SIGNATURE;
    };
  }

  /** A responder that is silent now may answer later: the client shall come again. */
  FeedbackCode checkFailed() {
    return this == CLIENT_CIPHER
        ? FeedbackCode.CLIENT_CIPHER_CERTIFICATE_CHECK_FAILED
        : FeedbackCode.CERTIFICATE_CHECK_FAILED;
  }

  boolean isClient() {
    return this == CLIENT_CIPHER || this == CLIENT_SIGNATURE;
  }

  /**
   * What to say about a certificate: the gravest finding, nothing if all is well. An incomplete
   * check is a warning, but a client that is not admitted without trust counts as invalid.
   */
  Optional<FeedbackCode> judge(CertificateReport report, boolean unknownClientsAdmitted) {
    if (report.has(Finding.REVOKED)) {
      return Optional.of(revoked);
    }
    if (report.has(Finding.CA_SIGNATURE_INVALID)
        || report.has(Finding.PATH_INVALID)
        || report.has(Finding.WRONG_KEY_USAGE)) {
      return Optional.of(invalid);
    }
    boolean unclear = report.has(Finding.UNKNOWN_CA) || report.has(Finding.REVOCATION_UNKNOWN);
    if (unclear && isClient() && !report.trusted() && !unknownClientsAdmitted) {
      return Optional.of(report.has(Finding.UNKNOWN_CA) ? invalid : checkFailed());
    }
    if (unclear) {
      return Optional.of(incomplete);
    }
    return report.isOutsideValidity() ? Optional.of(outsideValidity) : Optional.empty();
  }
}
