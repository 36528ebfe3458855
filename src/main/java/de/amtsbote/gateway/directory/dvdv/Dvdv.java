package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.dvdv.AnswerCache.Lasting;
import de.amtsbote.gateway.directory.dvdv.api.Category;
import de.amtsbote.gateway.directory.dvdv.api.DvdvApi;
import de.amtsbote.gateway.directory.dvdv.api.DvdvCertificate;
import de.amtsbote.gateway.directory.dvdv.api.IntermediarySummary;
import de.amtsbote.gateway.directory.dvdv.api.Lookup;
import de.amtsbote.gateway.directory.dvdv.api.OrganizationDescription;
import de.amtsbote.gateway.directory.dvdv.api.Question;
import de.amtsbote.gateway.directory.dvdv.api.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The DVDV with a memory. Throws what {@link DvdvApi} throws. */
final class Dvdv {

  private static final String ALL = "";

  private final DvdvApi api;
  private final DvdvProperties.Cache times;
  private final AnswerCache<Question, Lookup<Service>> services;
  private final AnswerCache<Question, Lookup<OrganizationDescription>> authorities;
  private final AnswerCache<Question, Boolean> verified;
  private final AnswerCache<Question, Lookup<DvdvCertificate>> certificates;
  private final AnswerCache<String, List<String>> uris;
  private final AnswerCache<String, List<Category>> categories;
  private final AnswerCache<String, List<IntermediarySummary>> intermediaries;

  Dvdv(DvdvApi api, DvdvProperties.Cache times, Clock clock) {
    this.api = api;
    this.times = times;
    this.services = new AnswerCache<>(times.entries(), times.stale(), clock);
    this.authorities = new AnswerCache<>(times.entries(), times.stale(), clock);
    // who is allowed what is never told from memory when nobody can be asked
    this.verified = new AnswerCache<>(times.entries(), Duration.ZERO, clock);
    this.certificates = new AnswerCache<>(times.entries(), times.stale(), clock);
    this.uris = new AnswerCache<>(times.entries(), times.stale(), clock);
    this.categories = new AnswerCache<>(1, times.stale(), clock);
    this.intermediaries = new AnswerCache<>(1, times.stale(), clock);
  }

  /** The valid service of an authority. */
  Kept<Lookup<Service>> service(Question question) {
    return services.get(question, found(() -> api.findServiceDescription(question), Validity::end));
  }

  /** An authority. */
  Kept<Lookup<OrganizationDescription>> authority(Question question) {
    return authorities.get(
        question, found(() -> api.findAuthorityDescription(question), Validity::end));
  }

  /** Whether a body of the category has the certificate. */
  boolean isOf(String category, String fingerprint) {
    var question = Question.certificate(fingerprint, category);
    return verified
        .get(
            question,
            () -> {
              var verdict = api.verifyCategory(question);
              return verdict
                  ? lasting(verdict, times.categories())
                  : nothing(verdict, times.categories());
            })
        .value();
  }

  /** The certificate with this fingerprint. */
  Kept<Lookup<DvdvCertificate>> certificate(String fingerprint) {
    var question = Question.certificate(fingerprint, null);
    return certificates.get(
        question,
        () -> {
          var found = api.findCertificateByFingerprint(question);
          return found.value().isPresent()
              ? new Lasting<>(
                  found, times.lists(), found.value().map(Validity::end).orElseThrow(), true)
              : nothing(found, times.lists());
        });
  }

  /** The service URIs that bodies of a category may offer. */
  List<String> servicesOf(String category) {
    return listed(
        uris,
        category,
        () -> api.findServiceSpecificationUrisByCategory(Question.category(category)));
  }

  /** The tree of categories. */
  List<Category> categories() {
    return listed(categories, ALL, api::categories);
  }

  /** All intermediaries. */
  List<IntermediarySummary> intermediaries() {
    return listed(intermediaries, ALL, api::intermediaries);
  }

  /** Asks for many services in few requests, so that later single questions find them kept. */
  void prepare(List<Question> questions) {
    var asked = new ArrayList<>(new LinkedHashSet<>(questions));
    var answers = api.findServiceDescriptions(asked);
    for (var i = 0; i < asked.size(); i++) {
      Optional<Service> answer = answers.get(i);
      Supplier<Lookup<Service>> known =
          () -> answer.map(Lookup::of).orElseGet(() -> Lookup.nothing(""));
      services.get(asked.get(i), found(known, Validity::end));
    }
  }

  /** What is kept of a service seems to be wrong; it is asked for again. */
  void doubt(Question question) {
    services.doubt(question);
  }

  /** All services that are kept. */
  List<Service> known() {
    return services.values().stream().flatMap(it -> it.value().stream()).toList();
  }

  private <T> Supplier<Lasting<Lookup<T>>> found(
      Supplier<Lookup<T>> question, Function<T, Instant> end) {
    return () -> {
      var answer = question.get();
      return answer.value().isPresent()
          ? new Lasting<>(answer, times.descriptions(), answer.value().map(end).orElseThrow(), true)
          : nothing(answer, times.descriptions());
    };
  }

  private <K, T> List<T> listed(AnswerCache<K, List<T>> cache, K key, Supplier<List<T>> question) {
    return cache
        .get(
            key,
            () -> {
              var answer = question.get();
              return answer.isEmpty()
                  ? nothing(answer, times.lists())
                  : lasting(answer, times.lists());
            })
        .value();
  }

  /** What was not found is never remembered longer than what was. */
  private <T> Lasting<T> nothing(T value, Duration found) {
    var fresh = times.missing().compareTo(found) < 0 ? times.missing() : found;
    return new Lasting<>(value, fresh, Instant.MAX, false);
  }

  private static <T> Lasting<T> lasting(T value, Duration fresh) {
    return new Lasting<>(value, fresh, Instant.MAX, true);
  }
}
