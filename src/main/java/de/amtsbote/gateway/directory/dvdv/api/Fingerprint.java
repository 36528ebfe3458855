package de.amtsbote.gateway.directory.dvdv.api;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** SHA-1 fingerprints as the DVDV writes them: 40 hexadecimal digits without colons. */
public final class Fingerprint {

  private Fingerprint() {}

  /** The fingerprint of a certificate. */
  public static String of(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new GatewayException(ErrorCode.INTERNAL, "every JDK has SHA-1", e);
    }
  }

  /** A fingerprint however it is written; empty when it is none. */
  public static Optional<String> normal(String text) {
    var digits = text == null ? "" : text.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
    return digits.matches("[0-9a-f]{40}") ? Optional.of(digits) : Optional.empty();
  }
}
