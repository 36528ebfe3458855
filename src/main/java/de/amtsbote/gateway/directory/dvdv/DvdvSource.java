package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.Answer;
import de.amtsbote.gateway.directory.DirectorySource;
import de.amtsbote.gateway.directory.Entry;
import de.amtsbote.gateway.directory.Wanted;
import de.amtsbote.gateway.directory.dvdv.api.Lookup;
import de.amtsbote.gateway.directory.dvdv.api.Question;
import de.amtsbote.gateway.directory.dvdv.api.Service;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Partners from answers of the DVDV, wherever those come from. */
final class DvdvSource implements DirectorySource {

  private final String name;
  private final Function<Question, Kept<Lookup<Service>>> services;
  private final Consumer<Question> doubt;
  private final ServiceNames names;
  private final EntryBuilder entries;
  private final Clock clock;

  /**
   * A source.
   *
   * @param services answers questions for services
   * @param doubt has a kept answer asked for again
   */
  DvdvSource(
      String name,
      Function<Question, Kept<Lookup<Service>>> services,
      Consumer<Question> doubt,
      ServiceNames names,
      EntryBuilder entries,
      Clock clock) {
    this.name = name;
    this.services = services;
    this.doubt = doubt;
    this.names = names;
    this.entries = entries;
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Answer find(Wanted wanted) {
    if (!ServiceNames.isKey(wanted.reader())) {
      return new Answer.Nobody("'%s' is no key of the DVDV".formatted(wanted.reader()));
    }
    var meant = names.of(wanted);
    if (meant.isEmpty()) {
      return new Answer.Nobody("no service of the DVDV is configured for this message");
    }
    if (meant.size() > 1) {
      return new Answer.Nobody(
          "several services of the DVDV are configured for this message: "
              + meant.stream().map(ServiceNames.Named::name).collect(Collectors.joining(", ")));
    }
    return answer(new ServiceNames.Instance(wanted.reader(), meant.get(0)));
  }

  @Override
  public Optional<Entry> named(String partner) {
    return names
        .instance(partner)
        .map(this::answer)
        .flatMap(
            it ->
                it instanceof Answer.Found found
                    ? Optional.of(found.entry())
                    : Optional.<Entry>empty());
  }

  @Override
  public void doubt(String partner) {
    names.instance(partner).ifPresent(it -> doubt.accept(question(it)));
  }

  private static Question question(ServiceNames.Instance instance) {
    return Question.service(instance.key(), instance.service().uri());
  }

  private Answer answer(ServiceNames.Instance instance) {
    var uri = instance.service().uri();
    if (!Question.isPossible(instance.key(), uri)) {
      return nobody(instance, "");
    }
    var kept = services.apply(question(instance));
    var service = kept.value().value().filter(it -> isValid(it, clock.instant()));
    return service
        .<Answer>map(
            it ->
                new Answer.Found(
                    new Entry(
                        entries.partner(instance, it), name, Optional.of(kept.at()), kept.stale())))
        .orElseGet(() -> nobody(instance, kept.value().warning()));
  }

  private static boolean isValid(Service service, Instant now) {
    return (service.validFrom() == null || !now.isBefore(service.validFrom()))
        && (service.validTo() == null || now.isBefore(service.validTo()));
  }

  private Answer nobody(ServiceNames.Instance instance, String warning) {
    return new Answer.Nobody(
        "%s: '%s' has no valid service %s%s"
            .formatted(
                name,
                instance.key(),
                instance.service().uri(),
                warning.isEmpty() ? "" : " (" + warning + ")"));
  }
}
