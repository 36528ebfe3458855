package de.amtsbote.xoev.install;

import de.amtsbote.xoev.schema.SchemaFile;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names and versions for packages: what the schemas say, fit for the name of a folder, and what
 * their names and namespaces let guess where they say nothing.
 */
final class Naming {

  private static final Pattern VERSION_AT_THE_END =
      Pattern.compile("[_/:-][vV]?([0-9]+(?:[._/-][0-9]+)*[a-z]?)(?:/xsd)?/?$");

  private Naming() {}

  /** What a standard says of itself, with what it leaves out guessed from one of its schemas. */
  static StandardFacts completed(StandardFacts said, SchemaFile entry) {
    String name = said.nameTechnical().isEmpty() ? said.nameShort() : said.nameTechnical();
    String plain = name(name);
    return new StandardFacts(
        plain.isEmpty() ? stem(entry) : plain,
        said.nameShort().isEmpty() ? name : said.nameShort(),
        said.kennung(),
        said.version().isEmpty() ? version(said.kennung(), entry) : said.version());
  }

  /** The facts of a standard whose schemas say none. */
  static StandardFacts guessed(SchemaFile entry) {
    return new StandardFacts(stem(entry), stem(entry), "", version("", entry));
  }

  /** A version as a part of the name of a folder; publishers write words, too. */
  static String folder(String version) {
    String plain = version.strip().replaceAll("[^A-Za-z0-9._+-]+", "-");
    return plain.replaceFirst("^[._+-]+", "").replaceFirst("-+$", "");
  }

  private static String version(String kennung, SchemaFile entry) {
    if (!entry.version().isBlank()) {
      return entry.version().strip();
    }
    for (String text : new String[] {kennung, entry.namespace()}) {
      Matcher found = VERSION_AT_THE_END.matcher(text);
      if (found.find()) {
        return found.group(1).replace('/', '.').replace('_', '.').replace('-', '.');
      }
    }
    return "0";
  }

  private static String stem(SchemaFile file) {
    String stem = name(file.name().replaceFirst("(?i)\\.xsd$", ""));
    return stem.isEmpty() ? "standard" : stem;
  }

  /** A name of small letters, digits, points and strokes; may be empty. */
  static String name(String text) {
    return text.strip()
        .toLowerCase(Locale.GERMAN)
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("ß", "ss")
        .replaceAll("[^a-z0-9._-]+", "-")
        .replaceFirst("^[._-]+", "")
        .replaceFirst("-+$", "");
  }
}
