package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import java.util.Set;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** Turns errors of the schema validator into findings; one wrong value gives one finding. */
final class SchemaErrors implements ErrorHandler {

  /** Repeats of a datatype error, one level up. */
  private static final Set<String> ECHOES =
      Set.of("cvc-type.3.1.3", "cvc-attribute.3", "cvc-complex-type.2.2", "cvc-type.3.1.2");

  private final Cursor cursor;
  private Findings findings;
  private Place last = Place.NOWHERE;

  SchemaErrors(Cursor cursor) {
    this.cursor = cursor;
  }

  void begin(Findings into) {
    findings = into;
    last = Place.NOWHERE;
  }

  @Override
  public void warning(SAXParseException ignored) {
    // hints about schema locations, which are never followed
  }

  @Override
  public void error(SAXParseException error) {
    if (!findings.wants(Level.XSD)) {
      return;
    }
    if (findings.countsOnly(Level.XSD)) {
      return;
    }
    SchemaMessage message = SchemaMessage.of(error.getMessage());
    Place place = cursor.place();
    if (ECHOES.contains(message.rule()) && place.path().equals(last.path())) {
      return;
    }
    last = place;
    findings.add(
        new Finding(
            Level.XSD,
            FindingCode.SCHEMA.code(),
            Severity.ERROR,
            place.line(),
            place.column(),
            message.attribute().isEmpty()
                ? place.path()
                : place.path() + "/@" + message.attribute(),
            message.rule(),
            message.expected(),
            message.found(),
            message.cause(),
            message.remedy()));
  }

  @Override
  public void fatalError(SAXParseException error) throws SAXParseException {
    throw error;
  }
}
