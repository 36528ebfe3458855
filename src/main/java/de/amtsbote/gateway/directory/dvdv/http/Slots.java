package de.amtsbote.gateway.directory.dvdv.http;

import de.amtsbote.gateway.directory.dvdv.api.Organization;
import de.amtsbote.gateway.directory.dvdv.http.DvdvFailure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads one value of an answer. Six answers have another form on real servers than the description
 * of the interface declares; both are read.
 */
@FunctionalInterface
interface Slots<T> {

  /** A text. */
  Slots<String> TEXT =
      node -> {
        if (!node.isString()) {
          throw unexpected("a text");
        }
        return node.asString();
      };

  /** A service URI; declared as a service, sent as a plain text. */
  Slots<String> URI =
      node -> TEXT.read(node.isObject() ? node.path("serviceSpecificationUri") : node);

  /** A body; declared as a description, sent without what would stand around it. */
  Slots<Organization> ORGANIZATION =
      node ->
          of(Organization.class).read(node.has("organization") ? node.get("organization") : node);

  /** Whether a category was verified. */
  Slots<Boolean> VERDICT =
      node -> {
        var verdict = node.isObject() ? node.path("verifyCategory") : node;
        if (!verdict.isBoolean()) {
          throw unexpected("true or false");
        }
        return verdict.asBoolean();
      };

  T read(JsonNode node) throws DvdvFailure;

  /** An object of a type. */
  static <T> Slots<T> of(Class<T> type) {
    return node -> {
      if (!node.isObject()) {
        throw unexpected("an object");
      }
      return DvdvJson.read(node, type);
    };
  }

  /** Something, or null for a miss. */
  static <T> Slots<Optional<T>> optional(Slots<T> slot) {
    return node -> node.isNull() ? Optional.empty() : Optional.of(slot.read(node));
  }

  /** A list; a single value, as some answers are declared, is a list of one. */
  static <T> Slots<List<T>> list(Slots<T> slot) {
    return node -> {
      if (node.isNull()) {
        return List.of();
      }
      if (!node.isArray()) {
        return List.of(slot.read(node));
      }
      var values = new ArrayList<T>();
      for (var each : node) {
        values.add(slot.read(each));
      }
      return values;
    };
  }

  private static DvdvFailure unexpected(String what) {
    return new DvdvFailure(Kind.INVALID, "sends something else where %s belongs".formatted(what));
  }
}
