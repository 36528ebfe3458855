package de.amtsbote.gateway.cli.standards.dryrun;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.standard.MessageNamespace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a message of one release as if it named another one: the namespaces and the version that it
 * states are exchanged, nothing else.
 */
final class Renaming {

  private static final int HEAD = 64 << 10;
  private static final Pattern ROOT = Pattern.compile("<[^?!]");

  private final Map<String, String> namespaces = new LinkedHashMap<>();
  private final Map<Pattern, String> versions = new LinkedHashMap<>();

  /** From one release to another; the same release changes nothing. */
  Renaming(List<MessageNamespace> from, List<MessageNamespace> to) {
    for (var old : from) {
      to.stream()
          .filter(it -> it.uri().equals(old.uri()))
          .findFirst()
          .or(() -> alike(old, to))
          .ifPresent(it -> exchange(old, it));
    }
  }

  /** The namespace that differs only in digits, as releases do. */
  private static Optional<MessageNamespace> alike(
      MessageNamespace old, List<MessageNamespace> all) {
    return all.stream().filter(it -> shape(it.uri()).equals(shape(old.uri()))).findFirst();
  }

  private static String shape(String uri) {
    return uri.replaceAll("[0-9]+[a-z]?", "#");
  }

  private void exchange(MessageNamespace old, MessageNamespace other) {
    if (!old.uri().equals(other.uri())) {
      namespaces.put("\"" + old.uri() + "\"", "\"" + other.uri() + "\"");
      namespaces.put("'" + old.uri() + "'", "'" + other.uri() + "'");
    }
    var at = old.versionAt();
    if (!at.isEmpty() && !old.version().equals(other.version())) {
      var name = Pattern.quote(at.substring(at.lastIndexOf('/') + 1).replace("@", ""));
      var value = Pattern.quote(old.version());
      var pattern =
          at.contains("@")
              ? "(\\s" + name + "\\s*=\\s*[\"'])" + value + "([\"'])"
              : "(<(?:[\\w.-]+:)?" + name + "\\s*>\\s*)" + value + "(\\s*<)";
      versions.put(
          Pattern.compile(pattern), "$1" + Matcher.quoteReplacement(other.version()) + "$2");
    }
  }

  /** The message under the other release. */
  Content of(Content message) {
    return namespaces.isEmpty() && versions.isEmpty() ? message : () -> renamed(message.open());
  }

  private InputStream renamed(InputStream message) throws IOException {
    var head = new String(message.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    var root = ROOT.matcher(head);
    var start = root.find() ? root.start() : head.length();
    var prolog = head.substring(0, start);
    var rest = head.substring(start);
    for (var version : versions.entrySet()) {
      rest = version.getKey().matcher(rest).replaceFirst(version.getValue());
    }
    var bytes = (prolog + rest).getBytes(StandardCharsets.ISO_8859_1);
    return new ReplacingStream(
        new SequenceInputStream(new ByteArrayInputStream(bytes), message), namespaces);
  }
}
