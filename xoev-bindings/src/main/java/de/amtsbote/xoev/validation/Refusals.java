package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.Shape;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.standard.MessageRoot;
import de.amtsbote.xoev.standard.StandardPackage;

/** Says of messages that belong to no package why not. */
public final class Refusals {

  private Refusals() {}

  static ValidationReport report(Dispatch dispatch, ValidationOptions options, Findings findings) {
    findings.add(finding(dispatch));
    MessageRoot root = root(dispatch);
    String standard = "";
    String version = "";
    if (dispatch instanceof Dispatch.VersionNotAvailable other) {
      standard = other.standard();
    } else if (dispatch instanceof Dispatch.UnknownMessageType known) {
      StandardPackage of = known.standard();
      standard = of.name();
      version = of.version();
    }
    return new ValidationReport(
        Verdict.INVALID,
        standard,
        version,
        root.messageType(),
        root.name(),
        options.levels(),
        findings.sorted(),
        findings.suppressed());
  }

  /**
   * Why a message is not taken.
   *
   * @param dispatch anything but a known message
   */
  public static Finding finding(Dispatch dispatch) {
    if (dispatch instanceof Dispatch.Unreadable unreadable) {
      return unreadable.finding();
    }
    if (dispatch instanceof Dispatch.VersionNotAvailable other) {
      FindingCode code =
          other.outOfForce() ? FindingCode.VERSION_NOT_IN_FORCE : FindingCode.VERSION_NOT_INSTALLED;
      return finding(
          code,
          other.at(),
          other.standard() + " " + String.join(", ", other.installed()),
          Shape.name(other.version().isEmpty() ? other.root().namespace() : other.version()));
    }
    if (dispatch instanceof Dispatch.UnknownMessageType unknown) {
      return finding(
          FindingCode.UNKNOWN_MESSAGE_TYPE,
          unknown.at(),
          unknown.standard().name() + " " + unknown.standard().version(),
          Shape.name(unknown.root().name()));
    }
    Place at = dispatch instanceof Dispatch.UnknownStandard foreign ? foreign.at() : Place.NOWHERE;
    String namespace = Shape.name(root(dispatch).namespace());
    return finding(FindingCode.UNKNOWN_STANDARD, at, "", namespace);
  }

  private static Finding finding(FindingCode code, Place at, String expected, String found) {
    return code.at(Level.SAFE, Severity.ERROR, at, "", expected, found);
  }

  private static MessageRoot root(Dispatch dispatch) {
    if (dispatch instanceof Dispatch.UnknownStandard unknown) {
      return unknown.root();
    }
    if (dispatch instanceof Dispatch.VersionNotAvailable other) {
      return other.root();
    }
    if (dispatch instanceof Dispatch.UnknownMessageType unknown) {
      return unknown.root();
    }
    return new MessageRoot("", "");
  }
}
