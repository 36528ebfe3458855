package de.amtsbote.gateway.simulator.dvdv;

import de.amtsbote.gateway.directory.dvdv.api.DvdvCertificate;
import de.amtsbote.gateway.directory.dvdv.api.Fingerprint;
import de.amtsbote.gateway.directory.dvdv.api.Service;
import de.amtsbote.gateway.directory.dvdv.api.ServiceElement;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An OSCI service to be entered into the double, with its service description.
 *
 * @param uri name of the service
 * @param organization name of the authority
 * @param intermediary address of the intermediary
 * @param intermediaryCipher what orders are encrypted for
 * @param intermediarySignature what answers are signed with
 * @param addressee whose mailbox it is
 * @param reader who reads the content
 * @param container id of the content container
 * @param validFrom null for always
 * @param validTo null for ever
 */
public record OsciService(
    String uri,
    String organization,
    URI intermediary,
    X509Certificate intermediaryCipher,
    X509Certificate intermediarySignature,
    X509Certificate addressee,
    X509Certificate reader,
    String container,
    Instant validFrom,
    Instant validTo) {

  private static final String INTERMEDIARY = "InternetIntermediär";
  private static final String ADDRESSEE = "InternetEmpfänger";
  private static final String READER = "Leserzertifikat";

  /** As an answer of the DVDV tells it. */
  public Service entry() {
    return entry(wsdl(), elements());
  }

  /** With another description and other elements, such as wrong ones. */
  public Service entry(String wsdl, List<ServiceElement> elements) {
    return new Service(
        1L,
        validFrom,
        validTo,
        organization,
        null,
        null,
        null,
        null,
        uri,
        "WSDL_OSCI",
        uri,
        wsdl,
        organization,
        null,
        null,
        elements);
  }

  /** Its elements: intermediary, addressee, and the reader's certificate. */
  public List<ServiceElement> elements() {
    var elements = new ArrayList<ServiceElement>();
    elements.add(
        element(
            1,
            INTERMEDIARY,
            "OSCI_INTERMEDIARY",
            intermediary.toString(),
            intermediaryCipher,
            intermediarySignature));
    elements.add(element(2, ADDRESSEE, "OSCI_ADDRESSEE", null, addressee, null));
    elements.add(element(3, READER, "CIPHER_CERTIFICATE", null, reader, null));
    return elements;
  }

  private static ServiceElement element(
      long id,
      String name,
      String type,
      String address,
      X509Certificate cipher,
      X509Certificate signature) {
    return new ServiceElement(
        name,
        name,
        name,
        type,
        null,
        null,
        address,
        certificate(cipher),
        certificate(signature),
        true,
        id,
        1L,
        "Simulator",
        null);
  }

  /** A certificate as an answer of the DVDV tells it; null for none. */
  public static DvdvCertificate certificate(X509Certificate certificate) {
    if (certificate == null) {
      return null;
    }
    try {
      return new DvdvCertificate(
          Base64.getEncoder().encodeToString(certificate.getEncoded()),
          Fingerprint.of(certificate),
          certificate.getSerialNumber().toString(),
          certificate.getSerialNumber().toString(16),
          null,
          certificate.getSigAlgName(),
          certificate.getIssuerX500Principal().getName(),
          certificate.getSubjectX500Principal().getName(),
          null,
          null,
          null,
          null,
          certificate.getNotBefore().toInstant(),
          certificate.getNotAfter().toInstant(),
          null,
          null,
          null);
    } catch (CertificateEncodingException e) {
      throw new GatewayException(ErrorCode.INTERNAL, "a certificate cannot be written", e);
    }
  }

  /** The service description: one container, one port, a mailbox. */
  public String wsdl() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <wsdl:definitions name="dienst" targetNamespace="%1$s" xmlns:tns="%1$s"
            xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
            xmlns:osci="http://www.osci.de/2006/07/wsdl/"
            xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <wsdl:types/>
          <wsdl:message name="nachricht"><wsdl:part name="dokument" type="xs:anyType"/></wsdl:message>
          <wsdl:portType name="annahme">
            <wsdl:operation name="annehmen"><wsdl:input message="tns:nachricht"/></wsdl:operation>
          </wsdl:portType>
          <wsdl:binding name="bindung" type="tns:annahme">
            <osci:binding signatureLevel="advanced" encrypted="true"><osci:reader name="%2$s"/></osci:binding>
            <wsdl:operation name="annehmen">
              <osci:operation communicationType="one-way-active" subject="Antrag"/>
              <wsdl:input>
                <osci:container name="%3$s" signatureLevel="advanced" encrypted="true" required="true">
                  <osci:readerRef name="%2$s"/>
                  <osci:content part="tns:dokument"/>
                </osci:container>
              </wsdl:input>
            </wsdl:operation>
          </wsdl:binding>
          <wsdl:service name="dienst">
            <osci:devices>
              <osci:intermediary name="%4$s" uri="%5$s"/>
              <osci:addressee name="%6$s"/>
            </osci:devices>
            <wsdl:port name="InternetPort" binding="tns:bindung">
              <osci:address intermediaryRef="%4$s" addresseeRef="%6$s"/>
            </wsdl:port>
          </wsdl:service>
        </wsdl:definitions>
        """
        .formatted(uri, READER, container, INTERMEDIARY, intermediary, ADDRESSEE);
  }
}
