package de.amtsbote.gateway.directory.dvdv.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reading interface of the DVDV, all of it; what messages need today is less. All methods throw
 * {@link de.amtsbote.gateway.message.GatewayException} DIRECTORY_UNAVAILABLE when no server
 * answers, DIRECTORY_REFUSED when none lets the gateway in or the question is not taken, and
 * DIRECTORY_ANSWER_INVALID when the answers are not to be understood.
 */
public interface DvdvApi {

  /** The valid service of an authority: organizationKey and serviceSpecificationUri. */
  Lookup<Service> findServiceDescription(Question question);

  /** An authority: category and organizationKey. */
  Lookup<OrganizationDescription> findAuthorityDescription(Question question);

  /** All bodies with an organizationKey. */
  List<OrganizationDescription> findAuthorityDescriptions(Question question);

  /** The categories of the bodies with this fingerPrint and organizationKey. */
  List<String> findCategories(Question question);

  /** Whether a body of this category has the certificate: fingerPrint and category. */
  boolean verifyCategory(Question question);

  /** The one certificate with this fingerPrint. */
  Lookup<DvdvCertificate> findCertificateByFingerprint(Question question);

  /** Who uses a certificate or address: serviceElementType, parameterType, parameterValue. */
  List<Organization> findOrganizationsByServiceElement(Question question);

  /** The service URIs that bodies of a category may offer. */
  List<String> findServiceSpecificationUrisByCategory(Question question);

  /** The tree of all categories. */
  List<Category> categories();

  /** All intermediaries. */
  List<IntermediarySummary> intermediaries();

  /** Version of the server's software, by key. */
  Map<String, String> version();

  /** Many services at once; one slot for each question, in its order. */
  List<Optional<Service>> findServiceDescriptions(List<Question> questions);

  /** Many authorities at once; one slot for each question, in its order. */
  List<Optional<OrganizationDescription>> findAuthorities(List<Question> questions);

  /** Categories for many questions at once; one slot for each, in its order. */
  List<List<String>> findCategories(List<Question> questions);

  /** Checks many certificates at once; one slot for each question, in its order. */
  List<Boolean> verifyCategories(List<Question> questions);

  /** Bodies for many questions at once; one slot for each, in its order. */
  List<List<Organization>> findOrganizations(List<Question> questions);

  /** Service URIs for many categories at once; one slot for each, in its order. */
  List<List<String>> findServiceSpecificationUris(List<Question> questions);
}
