package de.amtsbote.gateway.directory.dvdv.http;

import de.amtsbote.gateway.directory.dvdv.api.Category;
import de.amtsbote.gateway.directory.dvdv.api.DvdvApi;
import de.amtsbote.gateway.directory.dvdv.api.DvdvCertificate;
import de.amtsbote.gateway.directory.dvdv.api.IntermediarySummary;
import de.amtsbote.gateway.directory.dvdv.api.Lookup;
import de.amtsbote.gateway.directory.dvdv.api.Organization;
import de.amtsbote.gateway.directory.dvdv.api.OrganizationDescription;
import de.amtsbote.gateway.directory.dvdv.api.Question;
import de.amtsbote.gateway.directory.dvdv.api.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DVDV2 API, version v2 (2.15.0). */
final class V2Api implements DvdvApi {

  private final ServerPool servers;
  private final int batch;

  /**
   * The interface of these servers.
   *
   * @param batch most questions in one batch; 200 in this version
   */
  V2Api(ServerPool servers, int batch) {
    this.servers = servers;
    this.batch = batch;
  }

  @Override
  public Lookup<Service> findServiceDescription(Question question) {
    return find("findservicedescription", question, Service.class);
  }

  @Override
  public Lookup<OrganizationDescription> findAuthorityDescription(Question question) {
    return find("findauthoritydescription", question, OrganizationDescription.class);
  }

  @Override
  public List<OrganizationDescription> findAuthorityDescriptions(Question question) {
    return list("findauthoritydescriptions", question, Slots.of(OrganizationDescription.class));
  }

  @Override
  public List<String> findCategories(Question question) {
    return list("findcategories", question, Slots.TEXT);
  }

  @Override
  public boolean verifyCategory(Question question) {
    return servers.ask(
        (server, left) -> {
          var answer = server.get("verifycategory", question, left);
          var json = Answers.json(answer, false);
          return json.isPresent() && Slots.VERDICT.read(json.get());
        });
  }

  @Override
  public Lookup<DvdvCertificate> findCertificateByFingerprint(Question question) {
    return servers.ask(
        (server, left) -> {
          var answer = server.get("findCertificateByFingerprint", question, left);
          return Answers.one(answer, DvdvCertificate.class, true);
        });
  }

  @Override
  public List<Organization> findOrganizationsByServiceElement(Question question) {
    return list("findOrganizationsByServiceElement", question, Slots.ORGANIZATION);
  }

  @Override
  public List<String> findServiceSpecificationUrisByCategory(Question question) {
    return list("findServiceSpecificationUrisByCategory", question, Slots.URI);
  }

  @Override
  public List<Category> categories() {
    return list("categories", null, Slots.of(Category.class));
  }

  @Override
  public List<IntermediarySummary> intermediaries() {
    return list("intermediaries", null, Slots.of(IntermediarySummary.class));
  }

  @Override
  public Map<String, String> version() {
    return servers.ask((server, left) -> Answers.version(server.get("version", null, left)));
  }

  @Override
  public List<Optional<Service>> findServiceDescriptions(List<Question> questions) {
    return batch("findservicedescription", questions, Slots.optional(Slots.of(Service.class)));
  }

  @Override
  public List<Optional<OrganizationDescription>> findAuthorities(List<Question> questions) {
    var slot = Slots.optional(Slots.of(OrganizationDescription.class));
    return batch("findauthoritydescription", questions, slot);
  }

  @Override
  public List<List<String>> findCategories(List<Question> questions) {
    return batch("findcategories", questions, Slots.list(Slots.TEXT));
  }

  @Override
  public List<Boolean> verifyCategories(List<Question> questions) {
    return batch("verifycategory", questions, Slots.VERDICT);
  }

  @Override
  public List<List<Organization>> findOrganizations(List<Question> questions) {
    return batch("findOrganizationsByServiceElement", questions, Slots.list(Slots.ORGANIZATION));
  }

  @Override
  public List<List<String>> findServiceSpecificationUris(List<Question> questions) {
    return batch("findServiceSpecificationUrisByCategory", questions, Slots.list(Slots.URI));
  }

  private <T> Lookup<T> find(String function, Question question, Class<T> type) {
    return servers.ask(
        (server, left) -> Answers.one(server.get(function, question, left), type, false));
  }

  private <T> List<T> list(String function, Question question, Slots<T> slot) {
    return servers.ask(
        (server, left) -> {
          var json = Answers.json(server.get(function, question, left), false);
          return json.isEmpty() ? List.of() : Slots.list(slot).read(json.get());
        });
  }

  private <T> List<T> batch(String function, List<Question> questions, Slots<T> slot) {
    var all = new ArrayList<T>();
    for (var from = 0; from < questions.size(); from += batch) {
      var some = questions.subList(from, Math.min(from + batch, questions.size()));
      all.addAll(
          servers.ask(
              (server, left) ->
                  Answers.batch(server.post(function, some, left), slot, some.size())));
    }
    return all;
  }
}
