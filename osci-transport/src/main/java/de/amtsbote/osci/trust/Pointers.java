package de.amtsbote.osci.trust;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Where a certificate says its revocation can be asked; http and https only. */
final class Pointers {

  private Pointers() {}

  static Optional<URI> ocspResponder(X509Certificate certificate) {
    var octets = extension(certificate, Extension.authorityInfoAccess.getId());
    if (octets == null) {
      return Optional.empty();
    }
    try {
      var descriptions = AuthorityInformationAccess.getInstance(octets).getAccessDescriptions();
      return Arrays.stream(descriptions)
          .filter(d -> d.getAccessMethod().equals(AccessDescription.id_ad_ocsp))
          .flatMap(d -> uri(d.getAccessLocation()))
          .findFirst();
    } catch (IllegalArgumentException e) {
      // says nothing that could be understood
      return Optional.empty();
    }
  }

  static List<URI> crls(X509Certificate certificate) {
    var octets = extension(certificate, Extension.cRLDistributionPoints.getId());
    if (octets == null) {
      return List.of();
    }
    try {
      return Arrays.stream(CRLDistPoint.getInstance(octets).getDistributionPoints())
          .map(point -> point.getDistributionPoint())
          .filter(name -> name != null && name.getType() == DistributionPointName.FULL_NAME)
          .flatMap(name -> Arrays.stream(GeneralNames.getInstance(name.getName()).getNames()))
          .flatMap(Pointers::uri)
          .toList();
    } catch (IllegalArgumentException e) {
      // says nothing that could be understood
      return List.of();
    }
  }

  private static Stream<URI> uri(GeneralName name) {
    if (name.getTagNo() != GeneralName.uniformResourceIdentifier) {
      return Stream.empty();
    }
    try {
      var uri = URI.create(name.getName().toString());
      return List.of("http", "https").contains(uri.getScheme()) ? Stream.of(uri) : Stream.empty();
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }

  private static byte[] extension(X509Certificate certificate, String oid) {
    var value = certificate.getExtensionValue(oid);
    return value == null ? null : ASN1OctetString.getInstance(value).getOctets();
  }
}
