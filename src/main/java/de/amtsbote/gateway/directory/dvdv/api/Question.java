package de.amtsbote.gateway.directory.dvdv.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A question to the DVDV; each function looks at some fields (DVDV2 API v2, schema Request).
 *
 * @param fingerPrint SHA-1 of a certificate, 40 hexadecimal digits
 * @param category kind of authority, such as {@code Meldebehörde}
 * @param organizationKey such as {@code ags:05009999}
 * @param parameterType CIPHER_CERTIFICATE, SIGNATURE_CERTIFICATE or URI
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Question(
    String fingerPrint,
    String category,
    String organizationKey,
    String serviceSpecificationUri,
    String serviceElementType,
    String customServiceElementType,
    String parameterType,
    String parameterValue) {

  private static final int SHORTEST_KEY = 6;
  private static final int LONGEST_KEY = 255;
  private static final int SHORTEST_URI = 9;
  private static final int LONGEST_URI = 1000;

  /** For an authority's instance of a service. */
  public static Question service(String organizationKey, String serviceSpecificationUri) {
    return new Question(
        null, null, organizationKey, serviceSpecificationUri, null, null, null, null);
  }

  /** For an authority; without a category there may be several. */
  public static Question authority(String category, String organizationKey) {
    return new Question(null, category, organizationKey, null, null, null, null, null);
  }

  /** For the kind of authority that a certificate belongs to. */
  public static Question certificate(String fingerPrint, String category) {
    return new Question(fingerPrint, category, null, null, null, null, null, null);
  }

  /** For the categories of the authority with this certificate and key. */
  public static Question categories(String fingerPrint, String organizationKey) {
    return new Question(fingerPrint, null, organizationKey, null, null, null, null, null);
  }

  /** For the services that authorities of a kind may offer. */
  public static Question category(String category) {
    return certificate(null, category);
  }

  /** For who uses a certificate or an address. */
  public static Question element(String type, String parameterType, String value) {
    return new Question(null, null, null, null, type, null, parameterType, value);
  }

  /** Whether key and URI are such that the DVDV may know them at all. */
  public static boolean isPossible(String organizationKey, String serviceSpecificationUri) {
    return organizationKey.length() >= SHORTEST_KEY
        && organizationKey.length() <= LONGEST_KEY
        && serviceSpecificationUri.length() >= SHORTEST_URI
        && serviceSpecificationUri.length() <= LONGEST_URI;
  }
}
