package de.amtsbote.gateway.simulator.dvdv;

import de.amtsbote.gateway.directory.dvdv.api.Fingerprint;
import de.amtsbote.gateway.directory.dvdv.api.OrganizationDescription;
import de.amtsbote.gateway.directory.dvdv.api.Question;
import de.amtsbote.gateway.directory.dvdv.api.Service;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The functions of DVDV2 API v2 over some content, with the answers that real servers give. */
final class Functions {

  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int LARGEST_BATCH = 200;
  private static final int FINGERPRINT = 40;

  private final DvdvContent content;
  private final Clock clock;
  private final boolean noLongerValid;

  /**
   * @param noLongerValid whether every service is taken as one whose time is over
   */
  Functions(DvdvContent content, Clock clock, boolean noLongerValid) {
    this.content = content;
    this.clock = clock;
    this.noLongerValid = noLongerValid;
  }

  /** A function without a question; empty when there is no such. */
  Optional<Outgoing> plain(String function) {
    return switch (function) {
      case "categories" -> Optional.of(Outgoing.of(content.categories()));
      case "intermediaries" -> Optional.of(Outgoing.of(content.intermediaries()));
      case "version" ->
          Optional.of(
              Outgoing.of(
                  Map.of("version", "2.15.0", "buildnumber", "amtsbote", "schemaversion", "2")));
      default -> Optional.empty();
    };
  }

  /** The single form of a function; empty when there is no such. */
  Optional<Outgoing> single(String function, Question question) {
    var missing = missing(function, question);
    if (missing != null) {
      return missing.isEmpty() ? Optional.empty() : Optional.of(incomplete(missing));
    }
    return Optional.of(
        switch (function) {
          case "findservicedescription" -> service(question);
          case "findauthoritydescription" -> authority(question);
          case "findauthoritydescriptions" -> Outgoing.of(content.authorities(question));
          case "findcategories" -> Outgoing.of(content.categoriesOf(question));
          case "verifycategory" -> Outgoing.of(verdict(question));
          case "findCertificateByFingerprint" -> certificate(question);
          case "findOrganizationsByServiceElement" -> Outgoing.of(content.organizations(question));
          default -> Outgoing.of(content.uris(question.category()));
        });
  }

  /** The batch form of a function; empty when there is no such. */
  Optional<Outgoing> batch(String function, List<Question> questions) {
    Function<Question, Object> slot =
        switch (function) {
          case "findservicedescription" -> it -> valid(it).orElse(null);
          case "findauthoritydescription" -> it -> authorityOf(it).orElse(null);
          case "findcategories" -> content::categoriesOf;
          case "verifycategory" -> this::verdict;
          case "findOrganizationsByServiceElement" -> content::organizations;
          case "findServiceSpecificationUrisByCategory" -> it -> content.uris(it.category());
          default -> null;
        };
    if (slot == null) {
      return Optional.empty();
    }
    if (questions.size() > LARGEST_BATCH) {
      return Optional.of(invalid("mehr als 200 Anfragen"));
    }
    var answers = new ArrayList<Object>();
    for (var question : questions) {
      var missing = missing(function, question);
      if (missing != null) {
        return Optional.of(incomplete(missing));
      }
      answers.add(slot.apply(question));
    }
    return Optional.of(Outgoing.of(answers));
  }

  /** The first field that is missing; empty when the function is none, null when all are there. */
  private static String missing(String function, Question it) {
    return switch (function) {
      case "findservicedescription" ->
          first(
              "organizationKey",
              it.organizationKey(),
              "serviceSpecificationUri",
              it.serviceSpecificationUri());
      case "findauthoritydescription" ->
          first("category", it.category(), "organizationKey", it.organizationKey());
      case "findauthoritydescriptions" -> first("organizationKey", it.organizationKey());
      case "findcategories" ->
          first("fingerPrint", it.fingerPrint(), "organizationKey", it.organizationKey());
      case "verifycategory" -> first("fingerPrint", it.fingerPrint(), "category", it.category());
      case "findCertificateByFingerprint" -> first("fingerPrint", it.fingerPrint());
      case "findOrganizationsByServiceElement" ->
          first("parameterType", it.parameterType(), "parameterValue", it.parameterValue());
      case "findServiceSpecificationUrisByCategory" -> first("category", it.category());
      default -> "";
    };
  }

  private static String first(String... namesAndValues) {
    for (var i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] == null || namesAndValues[i + 1].isEmpty()) {
        return namesAndValues[i];
      }
    }
    return null;
  }

  private Optional<Service> valid(Question question) {
    return content
        .service(question)
        .filter(it -> !noLongerValid && DvdvContent.isValid(it, clock.instant()));
  }

  /** A service that is not valid shows in the header of an empty answer only. */
  private Outgoing service(Question question) {
    var valid = valid(question);
    if (valid.isPresent()) {
      return Outgoing.of(valid.get());
    }
    return content.service(question).isPresent()
        ? Outgoing.nothing("Der Dienst ist eingetragen, aber zurzeit nicht gültig")
        : noService();
  }

  static Outgoing noService() {
    return Outgoing.problem(
        NOT_FOUND,
        "ENTITY_NOT_FOUND",
        "DirectoryEntityNotFound",
        "5005: zu Organisationsschlüssel und URI gibt es keinen Dienst");
  }

  private Optional<OrganizationDescription> authorityOf(Question question) {
    return content.authorities(question).stream().findFirst();
  }

  private Outgoing authority(Question question) {
    var found = authorityOf(question);
    return found.isPresent()
        ? Outgoing.of(found.get())
        : Outgoing.problem(
            NOT_FOUND,
            "ENTITY_NOT_FOUND",
            "DirectoryEntityNotFound",
            "5009: zu Kategorie und Organisationsschlüssel gibt es keine Organisation");
  }

  private Map<String, Boolean> verdict(Question question) {
    return Map.of("verifyCategory", content.verify(question));
  }

  private Outgoing certificate(Question question) {
    var normal = Fingerprint.normal(question.fingerPrint());
    if (normal.isEmpty() || normal.get().length() != FINGERPRINT) {
      return invalid("fingerPrint ist kein Fingerabdruck");
    }
    var found = content.certificates(question.fingerPrint());
    return found.size() == 1
        ? Outgoing.of(found.get(0))
        : new Outgoing(NOT_FOUND, null, null, null);
  }

  static Outgoing invalid(String why) {
    return Outgoing.problem(
        BAD_REQUEST, "INPUT_VALIDATION", "RequestJsonProcessing", "7006: " + why);
  }

  private static Outgoing incomplete(String field) {
    return Outgoing.problem(
        BAD_REQUEST, "SERVICE_VALIDATION", "RestValidation", "es fehlt '%s'".formatted(field));
  }
}
