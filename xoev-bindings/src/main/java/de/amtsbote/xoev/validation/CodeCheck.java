package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.Shape;
import de.amtsbote.xoev.codelist.CodeLists;
import de.amtsbote.xoev.schema.TypePlan;
import java.util.HashSet;
import java.util.Set;
import org.xml.sax.Attributes;

/**
 * Checks codes against the installed lists. The validator has filled in what the schema fixes, so
 * list and version are there for all four code types, whether the sender wrote them or not.
 */
final class CodeCheck {

  /** Answers whether a code is in a list. */
  @FunctionalInterface
  interface Lookup {
    CodeLists.Answer find(String uri, String version, String column, String code);
  }

  private static final int MOST_LISTS = 100;

  private final Set<String> reported = new HashSet<>();
  private Findings findings;
  private Lookup lookup;
  private int codeDepth;
  private String uri = "";
  private String version = "";
  private String column = "";

  void begin(Findings into, Lookup lists) {
    findings = into;
    lookup = lists;
    codeDepth = -1;
    reported.clear();
  }

  void startElement(int depth, TypePlan plan, Attributes attributes) {
    String listUri = null;
    String listVersion = null;
    for (int i = attributes.getLength() - 1; i >= 0; i--) {
      switch (attributes.getLocalName(i)) {
        case "listURI" -> listUri = attributes.getValue(i);
        case "listVersionID" -> listVersion = attributes.getValue(i);
        default -> {}
      }
    }
    if (listUri != null) {
      codeDepth = depth;
      uri = listUri.strip();
      version = listVersion == null ? "" : listVersion.strip();
      column = plan == null ? "" : plan.codeColumn();
    }
  }

  /** True while the reader is inside of an element that names a code list. */
  boolean isOpen() {
    return codeDepth >= 0;
  }

  void text(int depth, String name, CharSequence value, Cursor cursor) {
    if (codeDepth < 0 || depth != codeDepth + 1 || !name.equals("code") || uri.isEmpty()) {
      return;
    }
    String code = value.toString().strip();
    switch (lookup.find(uri, version, column, code)) {
      case NOT_LISTED ->
          findings.add(
              FindingCode.UNKNOWN_CODE.at(
                  Level.CODES,
                  Severity.ERROR,
                  cursor.place(),
                  "",
                  Lists.named(uri, version),
                  Shape.of(code)));
      case UNKNOWN_VERSION ->
          findings.add(
              FindingCode.UNKNOWN_LIST_VERSION.at(
                  Level.CODES,
                  Severity.WARNING,
                  cursor.place(),
                  "",
                  Lists.named(uri, ""),
                  Shape.name(version)));
      case UNKNOWN_LIST -> {
        if (reported.size() < MOST_LISTS && reported.add(uri)) {
          findings.add(
              FindingCode.UNKNOWN_LIST.at(
                  Level.CODES, Severity.WARNING, cursor.place(), "", "", Shape.name(uri)));
        }
      }
      default -> {}
    }
  }

  void endElement(int depth) {
    if (depth == codeDepth) {
      codeDepth = -1;
    }
  }
}
