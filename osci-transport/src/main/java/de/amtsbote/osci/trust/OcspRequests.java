package de.amtsbote.osci.trust;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** Writes OCSP requests and reads the dates of responses; the JDK judges the responses. */
final class OcspRequests {

  private OcspRequests() {}

  static byte[] requestFor(X509Certificate certificate, X509Certificate issuer) throws IOException {
    try {
      // SHA-1 only names the issuer here, as RFC 6960 responders expect it
      var digest = new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1);
      var id =
          new CertificateID(
              digest, new JcaX509CertificateHolder(issuer), certificate.getSerialNumber());
      return new OCSPReqBuilder().addRequest(id).build().getEncoded();
    } catch (OperatorCreationException | OCSPException | CertificateEncodingException e) {
      throw new IOException("cannot build an OCSP request", e);
    }
  }

  static Optional<Instant> thisUpdate(byte[] response) {
    return single(response).map(single -> single.getThisUpdate().toInstant());
  }

  static Optional<Instant> nextUpdate(byte[] response) {
    return single(response)
        .flatMap(single -> Optional.ofNullable(single.getNextUpdate()))
        .map(date -> date.toInstant());
  }

  private static Optional<SingleResp> single(byte[] response) {
    try {
      var content = new OCSPResp(response).getResponseObject();
      return content instanceof BasicOCSPResp basic
          ? Arrays.stream(basic.getResponses()).findFirst()
          : Optional.empty();
    } catch (IOException | OCSPException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
