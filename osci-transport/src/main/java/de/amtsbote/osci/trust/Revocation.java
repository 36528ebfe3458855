package de.amtsbote.osci.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects revocation evidence: OCSP first where the certificate names a responder, then CRLs. */
final class Revocation {

  private static final Logger LOG = LoggerFactory.getLogger(Revocation.class);

  private final Optional<RevocationFetcher> fetcher;
  private final EvidenceCache<URI, X509CRL> crls;
  private final EvidenceCache<X509Certificate, byte[]> responses;

  Revocation(Optional<RevocationFetcher> fetcher, RevocationPolicy policy, Clock clock) {
    this.fetcher = fetcher;
    this.crls = new EvidenceCache<>(clock, policy);
    this.responses = new EvidenceCache<>(clock, policy);
  }

  RevocationStatus of(
      X509Certificate certificate, X509Certificate issuer, TrustMaterial material, Instant at) {
    var judge = new RevocationJudge(certificate, issuer, at);
    var ocsp = ocspResponse(certificate, issuer).map(judge::byOcsp);
    if (ocsp.isPresent() && !(ocsp.get() instanceof RevocationStatus.Unknown)) {
      return ocsp.get();
    }
    var known = judge.byCrls(material.crls());
    if (!(known instanceof RevocationStatus.Unknown)) {
      return known;
    }
    var fetched = fetchedCrls(certificate);
    return fetched.isEmpty() ? known : judge.byCrls(fetched);
  }

  private Optional<byte[]> ocspResponse(X509Certificate certificate, X509Certificate issuer) {
    var responder = fetcher.isEmpty() ? Optional.<URI>empty() : Pointers.ocspResponder(certificate);
    return responder.flatMap(
        uri ->
            responses.get(
                certificate, () -> ask(uri, certificate, issuer), OcspRequests::nextUpdate));
  }

  private Optional<byte[]> ask(URI uri, X509Certificate certificate, X509Certificate issuer) {
    try {
      var request = OcspRequests.requestFor(certificate, issuer);
      return Optional.of(fetcher.orElseThrow().post(uri, request));
    } catch (IOException e) {
      LOG.warn("OCSP responder {} does not answer: {}", uri, e.toString());
      return Optional.empty();
    }
  }

  private List<X509CRL> fetchedCrls(X509Certificate certificate) {
    var uris = fetcher.isEmpty() ? Stream.<URI>empty() : Pointers.crls(certificate).stream();
    return uris.flatMap(uri -> crls.get(uri, () -> load(uri), Revocation::nextUpdate).stream())
        .toList();
  }

  private Optional<X509CRL> load(URI uri) {
    try {
      var octets = fetcher.orElseThrow().get(uri);
      var factory = CertificateFactory.getInstance("X.509");
      return Optional.of((X509CRL) factory.generateCRL(new ByteArrayInputStream(octets)));
    } catch (IOException | CertificateException | CRLException e) {
      LOG.warn("CRL {} cannot be read: {}", uri, e.toString());
      return Optional.empty();
    }
  }

  private static Optional<Instant> nextUpdate(X509CRL crl) {
    return Optional.ofNullable(crl.getNextUpdate()).map(date -> date.toInstant());
  }
}
