package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Translations of Schematron files to XSLT, kept in the folder of their package because translating
 * takes longer than anything else. Each bears a hash of what it was made from and of itself; one of
 * other rules, a damaged or an edited one is not used.
 */
final class Translations {

  private static final String FOLDER = ".transpiled";

  /** Counted up when the same rules are translated to something else than before. */
  private static final String FORM = "4";

  private static final String MARK = "<!-- made from %s -->";
  private static final int MARK_LENGTH = MARK.formatted("0".repeat(64)).length();

  private final Path folder;

  Translations(Path folder) {
    this.folder = folder;
  }

  /** The translation of a file; empty when it has none, or one of other rules. */
  Optional<String> of(Path file) throws IOException {
    Path kept = placeOf(file);
    if (!Files.isRegularFile(kept)) {
      return Optional.empty();
    }
    String text = Files.readString(kept);
    int end = text.length() - MARK_LENGTH;
    return end > 0 && text.substring(end).equals(mark(file, text.substring(0, end)))
        ? Optional.of(text)
        : Optional.empty();
  }

  /** Keeps the translation of a file as it is now. */
  void keep(Path file, String translation) throws IOException {
    Path place = placeOf(file);
    Files.createDirectories(place.getParent());
    Files.writeString(place, translation + mark(file, translation));
  }

  private Path placeOf(Path file) {
    return folder.resolve(FOLDER).resolve(folder.relativize(file) + ".xsl");
  }

  private String mark(Path file, String translation) throws IOException {
    MessageDigest digest = hash(file);
    digest.update(translation.getBytes(StandardCharsets.UTF_8));
    return MARK.formatted(HexFormat.of().formatHex(digest.digest()));
  }

  /** Of the file, its neighbours and all Schematron files: it may include any of them. */
  private MessageDigest hash(Path file) throws IOException {
    var sources = new TreeSet<Path>();
    try (var paths = Files.walk(folder)) {
      paths
          .filter(path -> !path.startsWith(folder.resolve(FOLDER)))
          .filter(path -> isSchematron(path) || isNeighbour(path, file))
          .filter(Files::isRegularFile)
          .forEach(sources::add);
    }
    MessageDigest digest = Sha256.digest();
    digest.update(FORM.getBytes(StandardCharsets.UTF_8));
    for (Path source : sources) {
      digest.update(folder.relativize(source).toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(source));
    }
    return digest;
  }

  /** In a package without folders everything would be. */
  private boolean isNeighbour(Path path, Path file) {
    return !file.getParent().equals(folder) && path.startsWith(file.getParent());
  }

  private static boolean isSchematron(Path path) {
    return path.toString().matches("(?i).*\\.sch");
  }
}
