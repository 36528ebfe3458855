package de.amtsbote.gateway.directory.dvdv.api;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;

/**
 * A certificate as the DVDV tells it (schema Certificate).
 *
 * @param content DER as Base64
 * @param fingerprint SHA-1
 * @param serial decimal
 * @param x509KeyUsage bits of the extension; null when there is none
 * @param revocationDate when it was revoked; null when it was not
 */
public record DvdvCertificate(
    String content,
    String fingerprint,
    String serial,
    String serialHex,
    String emailSubject,
    String algorithm,
    String nameIssuer,
    String nameSubject,
    String organizationIssuer,
    String organizationSubject,
    String ouIssuer,
    String ouSubject,
    Instant validFrom,
    Instant validTo,
    Integer x509KeyUsage,
    Instant revocationDate,
    String revocationReason) {

  /**
   * The certificate itself.
   *
   * @throws GatewayException DIRECTORY_ANSWER_INVALID when it is none, or is another one than its
   *     fingerprint says
   */
  public X509Certificate decoded() {
    if (content == null) {
      throw invalid("it has no content", null);
    }
    try {
      var octets = Base64.getMimeDecoder().decode(content);
      var certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(octets));
      var told = Fingerprint.normal(fingerprint);
      if (told.isPresent() && !told.get().equals(Fingerprint.of(certificate))) {
        throw invalid("its fingerprint is that of another one", null);
      }
      return certificate;
    } catch (CertificateException | IllegalArgumentException e) {
      throw invalid("it cannot be read", e);
    }
  }

  private static GatewayException invalid(String why, Exception cause) {
    return new GatewayException(
        ErrorCode.DIRECTORY_ANSWER_INVALID, "a certificate of the DVDV: " + why, cause);
  }
}
