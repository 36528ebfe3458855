package de.amtsbote.gateway.directory.dvdv.api;

/**
 * One connection parameter of a service (schema ServiceElementInfo).
 *
 * @param serviceElementDescriptionName the name under which the service description refers to it
 * @param serviceElementType OSCI_INTERMEDIARY, OSCI_ADDRESSEE, CIPHER_CERTIFICATE,
 *     SIGNATURE_CERTIFICATE, WEBSERVER or TEXT
 */
public record ServiceElement(
    String serviceElementName,
    String serviceElementDescription,
    String serviceElementDescriptionName,
    String serviceElementType,
    String customServiceElementType,
    String serviceElementText,
    String serviceElementUri,
    DvdvCertificate cipherCertificate,
    DvdvCertificate signatureCertificate,
    Boolean required,
    Long serviceElementId,
    Long providerId,
    String providerNameDe,
    String providerNameEn) {

  /** Whether it is of this type and the service description refers to it by this name. */
  public boolean is(String type, String name) {
    return type.equals(serviceElementType)
        && (name.equals(serviceElementDescriptionName) || name.equals(serviceElementName));
  }
}
