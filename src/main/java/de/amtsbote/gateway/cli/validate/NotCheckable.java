package de.amtsbote.gateway.cli.validate;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.Text;
import de.amtsbote.xoev.XoevException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says why a file could not be checked at all. */
final class NotCheckable {

  private static final Text LOOK_AT_THE_PATH =
      new Text("Pfad und Rechte prüfen.", "Check the path and its rights.");

  private NotCheckable() {}

  static Finding why(Path file, Exception failure) {
    if (failure instanceof XoevException known) {
      var cause = known.error().cause();
      var start = known.error().code() + " " + cause.english();
      var details = known.getMessage().substring(start.length());
      return finding(
          known.error().code(),
          new Text(cause.german() + details, cause.english() + details),
          known.error().remedy());
    }
    return finding(FindingCode.UNREADABLE.code(), cause(file), LOOK_AT_THE_PATH);
  }

  private static Text cause(Path file) {
    if (Files.notExists(file)) {
      return new Text("Diese Datei gibt es nicht.", "There is no such file.");
    }
    return Files.isDirectory(file)
        ? new Text("Das ist ein Ordner, keine Datei.", "This is a folder, not a file.")
        : new Text("Die Datei lässt sich nicht lesen.", "The file cannot be read.");
  }

  private static Finding finding(String code, Text cause, Text remedy) {
    return new Finding(Level.SAFE, code, Severity.ERROR, 0, 0, "", "", "", "", cause, remedy);
  }
}
