package de.amtsbote.gateway.directory.dvdv.http;

import de.amtsbote.gateway.directory.dvdv.api.Lookup;
import de.amtsbote.gateway.directory.dvdv.http.DvdvFailure.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Tells answers apart. "Not found" has two forms: 204, and 404 with a problem document; a 404
 * without one means that there is no DVDV at the address.
 */
final class Answers {

  private static final String JSON = "application/json";
  private static final String WARNING = "dvdv-warning-msg";

  private Answers() {}

  /**
   * The one value that was asked for.
   *
   * @param bareMiss whether a 404 without problem document means a miss too
   */
  static <T> Lookup<T> one(RawAnswer answer, Class<T> type, boolean bareMiss) throws DvdvFailure {
    var json = json(answer, bareMiss);
    return json.isPresent()
        ? Lookup.of(Slots.of(type).read(json.get()))
        : Lookup.nothing(warning(answer));
  }

  /** The answers of a batch, one for each question. */
  static <T> List<T> batch(RawAnswer answer, Slots<T> slot, int questions) throws DvdvFailure {
    var json = json(answer, false).orElse(null);
    if (json == null || !json.isArray() || json.size() != questions) {
      throw new DvdvFailure(
          Kind.INVALID, "answers a batch of %d with other than that many".formatted(questions));
    }
    return Slots.list(slot).read(json);
  }

  /** A text, or an object with texts. */
  static Map<String, String> version(RawAnswer answer) throws DvdvFailure {
    var json = json(answer, false).orElseThrow(() -> failure("sends no version"));
    var version = new TreeMap<String, String>();
    if (json.isString()) {
      version.put("version", json.asString());
    } else if (json.isObject()) {
      json.properties()
          .forEach(
              it -> {
                if (it.getValue().isValueNode() && !it.getValue().isNull()) {
                  version.put(it.getKey(), it.getValue().asString());
                }
              });
    } else {
      throw failure("sends no version");
    }
    return version;
  }

  /** The JSON of an answer; empty when nothing was found. */
  static Optional<JsonNode> json(RawAnswer answer, boolean bareMiss) throws DvdvFailure {
    return switch (answer.status()) {
      case 200 -> {
        if (!answer.mediaType().equals(JSON)) {
          throw failure("sends another media type than JSON");
        }
        yield Optional.of(DvdvJson.tree(answer.body()));
      }
      case 204 -> Optional.empty();
      case 404 -> {
        requireMiss(answer, bareMiss);
        yield Optional.empty();
      }
      case 401, 403 ->
          throw new DvdvFailure(Kind.DENIED, "does not let the gateway in" + text(answer));
      default -> throw other(answer);
    };
  }

  private static void requireMiss(RawAnswer answer, boolean bareMiss) throws DvdvFailure {
    if (Problem.isOne(answer)) {
      if (!bareMiss && !Problem.of(answer).isNothingFound()) {
        throw failure("answers with status 404" + text(answer));
      }
    } else if (!bareMiss || answer.body().length > 0) {
      throw failure("has no such function at this address");
    }
  }

  private static DvdvFailure other(RawAnswer answer) throws DvdvFailure {
    return answer.status() / 100 == 4
        ? new DvdvFailure(
            Kind.REFUSED,
            "does not take the question (status %d)%s".formatted(answer.status(), text(answer)))
        : failure("answers with status " + answer.status());
  }

  private static String text(RawAnswer answer) throws DvdvFailure {
    if (!Problem.isOne(answer)) {
      return "";
    }
    var problem = Problem.of(answer);
    return ": %s %s".formatted(problem.kind(), problem.text()).stripTrailing();
  }

  private static String warning(RawAnswer answer) {
    return answer.headers().firstValue(WARNING).map(EncodedWords::decode).orElse("");
  }

  private static DvdvFailure failure(String text) {
    return new DvdvFailure(Kind.INVALID, text);
  }
}
