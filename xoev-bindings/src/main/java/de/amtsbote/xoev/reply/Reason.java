package de.amtsbote.xoev.reply;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.ValidationReport;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Why a message is rejected.
 *
 * @param code code of the list of reasons, such as {@code X001}
 * @param explanation for people
 * @param place path within the message; may be empty
 */
public record Reason(String code, String explanation, String place) {

  private static final int MOST = 100;
  private static final Set<String> LISTED = Set.of("X000", "X001", "X010", "X011", "V000");

  /** The reasons that a report gives: one for each error, in German, never with a value. */
  public static List<Reason> of(ValidationReport report) {
    var reasons = new LinkedHashSet<Reason>();
    for (Finding finding : report.findings()) {
      if (finding.isError() && reasons.size() < MOST) {
        reasons.add(new Reason(code(finding), finding.cause().german(), finding.path()));
      }
    }
    if (reasons.isEmpty()) {
      reasons.add(new Reason("S999", "Die Nachricht kann nicht verarbeitet werden.", ""));
    }
    return List.copyOf(reasons);
  }

  /**
   * Finding codes are modelled on the reasons of XBau; those without a counterpart become the
   * nearest one.
   */
  private static String code(Finding finding) {
    String code = finding.code().replace("XOEV-", "");
    if (LISTED.contains(code)) {
      return code;
    }
    return switch (code) {
      case "V001", "V002", "V003" -> "V000";
      case "X012" -> "X010";
      case "C001", "C002", "C003" -> "X001";
      case "S001" -> "S001";
      case "H005" -> "S102";
      case "H006" -> "S091";
      case "A001" -> "A001";
      case "A003", "A004" -> "A003";
      default -> "S999";
    };
  }
}
