package de.amtsbote.gateway.directory.dvdv.http;

import static de.amtsbote.gateway.directory.dvdv.DvdvTown.CATEGORY;
import static de.amtsbote.gateway.directory.dvdv.DvdvTown.KEY;
import static de.amtsbote.gateway.directory.dvdv.DvdvTown.OFFICE;
import static de.amtsbote.gateway.directory.dvdv.DvdvTown.READER;
import static de.amtsbote.gateway.directory.dvdv.DvdvTown.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.directory.dvdv.DvdvTown;
import de.amtsbote.gateway.directory.dvdv.api.Category;
import de.amtsbote.gateway.directory.dvdv.api.DvdvApi;
import de.amtsbote.gateway.directory.dvdv.api.Fingerprint;
import de.amtsbote.gateway.directory.dvdv.api.Organization;
import de.amtsbote.gateway.directory.dvdv.api.Question;
import de.amtsbote.gateway.directory.dvdv.api.Service;
import de.amtsbote.gateway.simulator.dvdv.DvdvFault;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All functions of the interface, asked over HTTP. */
class V2ApiTest {

  private final Client client = Client.of(1);
  private final DvdvApi api = client.http().api();
  private final String office = Fingerprint.of(OFFICE.certificate());

  @AfterEach
  void stop() {
    client.close();
  }

  @Test
  void service_isFoundWithItsElements() {
    var service = api.findServiceDescription(Question.service(KEY, SERVICE)).value().orElseThrow();

    assertThat(service.serviceSpecificationType()).isEqualTo("WSDL_OSCI");
    assertThat(service.serviceElements()).hasSize(3);
    assertThat(service.serviceElements().get(2).cipherCertificate().decoded())
        .isEqualTo(READER.certificate());
  }

  @Test
  void token_isObtainedOnceForManyQuestions() {
    api.version();
    api.version();

    assertThat(client.server().calls()).containsExactly("token", "version", "version");
  }

  @Test
  void serviceNobodyOffers_isAMiss() {
    var missing = api.findServiceDescription(Question.service(KEY, "urn:example:keiner"));

    assertThat(missing.value()).isEmpty();
  }

  @Test
  void missSaidWithoutContent_isAMissToo() {
    client.server().fault(DvdvFault.NOT_FOUND_204);

    assertThat(api.findServiceDescription(Question.service(KEY, SERVICE)).value()).isEmpty();
  }

  @Test
  void missSaidWithAProblem_isAMissToo() {
    client.server().fault(DvdvFault.NOT_FOUND_404);

    assertThat(api.findServiceDescription(Question.service(KEY, SERVICE)).value()).isEmpty();
  }

  @Test
  void serviceThatIsNoLongerValid_isAMissWithAWarning() {
    client.server().fault(DvdvFault.NO_LONGER_VALID);

    var missing = api.findServiceDescription(Question.service(KEY, SERVICE));

    assertThat(missing.value()).isEmpty();
    assertThat(missing.warning())
        .isEqualTo("Der Dienst ist eingetragen, aber zurzeit nicht gültig");
  }

  @Test
  void category_isVerifiedByFingerprint() {
    assertThat(api.verifyCategory(Question.certificate(office, CATEGORY))).isTrue();
    assertThat(api.verifyCategory(Question.certificate(office, "Passbehörde"))).isFalse();
  }

  @Test
  void categories_areFoundByFingerprintAndKey() {
    assertThat(api.findCategories(Question.categories(office, KEY))).containsExactly(CATEGORY);
  }

  @Test
  void authority_isFoundByCategoryAndKey() {
    var found = api.findAuthorityDescription(Question.authority(CATEGORY, KEY)).value();

    assertThat(found.orElseThrow().organization().nameDe()).isEqualTo("Amt Musterstadt");
    assertThat(api.findAuthorityDescription(Question.authority("Standesamt", KEY)).value())
        .isEmpty();
  }

  @Test
  void authorities_areFoundByKeyAlone() {
    assertThat(api.findAuthorityDescriptions(Question.authority(null, KEY))).hasSize(1);
  }

  @Test
  void certificate_isFoundByFingerprint() {
    var found = api.findCertificateByFingerprint(Question.certificate(office, null));

    assertThat(found.value().orElseThrow().decoded()).isEqualTo(OFFICE.certificate());
  }

  @Test
  void certificateNobodyHas_isAMiss() {
    var none = Question.certificate("0".repeat(40), null);

    assertThat(api.findCertificateByFingerprint(none).value()).isEmpty();
  }

  @Test
  void usersOfACertificate_areFound() {
    var reader = Fingerprint.of(READER.certificate());

    assertThat(
            api.findOrganizationsByServiceElement(
                Question.element("CIPHER_CERTIFICATE", "CIPHER_CERTIFICATE", reader)))
        .extracting(Organization::nameDe)
        .containsExactly("Amt Musterstadt");
  }

  @Test
  void lists_areRead() {
    client.content.add(new Category("Kommune", null, List.of(new Category("Amt", "amt", null))));

    assertThat(api.findServiceSpecificationUrisByCategory(Question.category(CATEGORY)))
        .containsExactly(SERVICE);
    assertThat(api.categories().get(0).children().get(0).prefix()).isEqualTo("amt");
    assertThat(api.intermediaries()).hasSize(1);
    assertThat(api.version()).containsEntry("version", "2.15.0");
  }

  @Test
  void batch_answersEachQuestionInItsOrder() {
    var missing = Question.service(KEY, "urn:example:keiner");

    var found =
        api.findServiceDescriptions(List.of(missing, Question.service(KEY, SERVICE), missing));

    assertThat(found).extracting(Optional::isPresent).containsExactly(false, true, false);
  }

  @Test
  void everyBatchForm_isRead() {
    var byCertificate = List.of(Question.certificate(office, CATEGORY));
    var element = Question.element("OSCI_INTERMEDIARY", "URI", "https://nobody.example");

    assertThat(api.verifyCategories(byCertificate)).containsExactly(true);
    assertThat(api.findCategories(List.of(Question.categories(office, KEY))))
        .containsExactly(List.of(CATEGORY));
    assertThat(api.findAuthorities(List.of(Question.authority("Amt", KEY))))
        .containsExactly(Optional.empty());
    assertThat(api.findOrganizations(List.of(element))).containsExactly(List.of());
    assertThat(api.findServiceSpecificationUris(List.of(Question.category(CATEGORY))))
        .containsExactly(List.of(SERVICE));
  }

  @Test
  void largeBatch_goesInPiecesOf200() {
    var questions = Collections.nCopies(401, Question.service(KEY, SERVICE));

    assertThat(api.findServiceDescriptions(questions)).hasSize(401).allMatch(Optional::isPresent);
    assertThat(client.server().calls()).filteredOn(it -> it.startsWith("batch/")).hasSize(3);
  }

  @Test
  void question_isEncodedForTheQuery() {
    api.findAuthorityDescription(Question.authority("Behörde für Bau & Umwelt + 100 %", KEY));

    assertThat(client.server().calls())
        .contains(
            "findauthoritydescription {\"category\":\"Behörde für Bau & Umwelt + 100 %\","
                + "\"organizationKey\":\"ags:99000077\"}");
  }

  @Test
  void entriesOfTheTown_areReadAsTheyWereWritten() {
    Service written = DvdvTown.service().entry();

    assertThat(api.findServiceDescription(Question.service(KEY, SERVICE)).value())
        .contains(written);
  }
}
