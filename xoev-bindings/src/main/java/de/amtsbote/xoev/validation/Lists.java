package de.amtsbote.xoev.validation;

/** Names code lists in reports. */
final class Lists {

  private Lists() {}

  /** The list with its version; both are metadata that the installed list itself has. */
  static String named(String uri, String version) {
    return version.isEmpty() ? uri : uri + " " + version;
  }
}
