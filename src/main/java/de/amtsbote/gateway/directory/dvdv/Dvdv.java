package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.dvdv.AnswerCache.Lasting;
import de.amtsbote.gateway.directory.dvdv.api.DvdvApi;
import de.amtsbote.gateway.directory.dvdv.api.Lookup;
import de.amtsbote.gateway.directory.dvdv.api.Question;
import de.amtsbote.gateway.directory.dvdv.api.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What messages ask of the DVDV, with a memory. Throws what {@link DvdvApi} throws. */
final class Dvdv {

  private final DvdvApi api;
  private final DvdvProperties.Cache times;
  private final Function<Service, Instant> end;
  private final AnswerCache<Question, Lookup<Service>> services;
  private final AnswerCache<Question, Boolean> verified;

  /**
   * A memory over the DVDV.
   *
   * @param end when what is told of a service ends
   */
  Dvdv(DvdvApi api, DvdvProperties.Cache times, Function<Service, Instant> end, Clock clock) {
    this.end = end;
    this.api = api;
    this.times = times;
    this.services = new AnswerCache<>(times.entries(), times.stale(), clock);
    // who is allowed what is never told from memory when nobody can be asked
    this.verified = new AnswerCache<>(times.entries(), Duration.ZERO, clock);
  }

  /** The valid service of an authority. */
  Kept<Lookup<Service>> service(Question question) {
    return services.get(
        question,
        () -> {
          var answer = api.findServiceDescription(question);
          return answer
              .value()
              .map(it -> new Lasting<>(answer, times.descriptions(), end.apply(it), true))
              .orElseGet(() -> nothing(answer, times.descriptions()));
        });
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
                  ? new Lasting<>(verdict, times.categories(), Instant.MAX, true)
                  : nothing(verdict, times.categories());
            })
        .value();
  }

  /** What is kept of a service seems to be wrong; it is asked for again. */
  void doubt(Question question) {
    services.doubt(question);
  }

  /** When what is told of a service ends. */
  Instant end(Service service) {
    return end.apply(service);
  }

  /** All services that are kept. */
  List<Service> known() {
    return services.values().stream().flatMap(it -> it.value().stream()).toList();
  }

  /** What was not found is never remembered longer than what was. */
  private <T> Lasting<T> nothing(T value, Duration found) {
    var fresh = times.missing().compareTo(found) < 0 ? times.missing() : found;
    return new Lasting<>(value, fresh, Instant.MAX, false);
  }
}
