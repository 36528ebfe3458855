package de.amtsbote.xoev;

/**
 * Failures of operations (installing, loading, building); findings about messages have their own
 * codes.
 */
public enum XoevError {
  LEVEL_UNKNOWN(
      "XOEV-E001",
      "Diese Prüfstufe gibt es nicht:",
      "There is no such level:",
      "Erlaubt sind safe, charset, xsd, codes, header, schematron.",
      "Use safe, charset, xsd, codes, header, schematron."),
  PACKAGE_UNREADABLE(
      "XOEV-E010",
      "Das Standardpaket ist nicht lesbar:",
      "The standard package cannot be read:",
      "Ordner oder ZIP-Datei prüfen und erneut installieren.",
      "Check the folder or ZIP file and install again."),
  PACKAGE_UNSAFE(
      "XOEV-E011",
      "Das Standardpaket überschreitet eine Grenze oder führt aus seinem Ordner hinaus:",
      "The standard package exceeds a limit or leads out of its folder:",
      "Das Paket aus der amtlichen Quelle neu laden.",
      "Load the package again from its official source."),
  PACKAGE_WITHOUT_SCHEMA(
      "XOEV-E012",
      "Im Standardpaket wurde kein Nachrichtenschema gefunden:",
      "No message schema was found in the standard package:",
      "Das Paket muss die XSD-Dateien des Standards enthalten.",
      "The package must contain the XSD files of the standard."),
  IMPORT_UNRESOLVED(
      "XOEV-E013",
      "Dem Standardpaket fehlen Schemata, die es einbindet:",
      "The standard package lacks schemas that it imports:",
      "Das Paket, das sie veröffentlicht, vorher installieren oder die Schemadateien beilegen.",
      "Install the package that publishes them before, or add the schema files to this one."),
  SCHEMA_INVALID(
      "XOEV-E014",
      "Die Schemata des Standardpakets lassen sich nicht übersetzen:",
      "The schemas of the standard package do not compile:",
      "Den Herausgeber des Standards fragen; das Paket blieb unverändert.",
      "Ask the publisher of the standard; nothing was changed."),
  RULES_INVALID(
      "XOEV-E015",
      "Eine Regeldatei (Schematron) lässt sich nicht übersetzen:",
      "A rule file (Schematron) does not compile:",
      "Den Herausgeber fragen oder die Regeldatei in standard.yaml abschalten.",
      "Ask the publisher or switch the rule file off in standard.yaml."),
  ALREADY_INSTALLED(
      "XOEV-E016",
      "Diese Version ist schon installiert:",
      "This version is installed already:",
      "Zuerst entfernen, oder das Ersetzen ausdrücklich verlangen.",
      "Remove it first or ask for replacement."),
  NOT_INSTALLED(
      "XOEV-E017",
      "Dieser Standard ist nicht installiert:",
      "This standard is not installed:",
      "Mit 'amtsbote standards list' nachsehen.",
      "See 'amtsbote standards list'."),
  MANIFEST_INVALID(
      "XOEV-E018",
      "Eine Angabe in einer YAML-Datei (standard.yaml, Profile) ist fehlerhaft:",
      "An entry of a YAML file (standard.yaml, profiles) is wrong:",
      "Die genannte Angabe berichtigen.",
      "Correct the named entry."),
  PACKAGE_AMBIGUOUS(
      "XOEV-E019",
      "Das Standardpaket enthält mehrere Versionen eines Standards:",
      "The standard package holds several versions of a standard:",
      "Jede Version in einen eigenen Ordner legen; mit Gültigkeitsdaten einzeln installieren.",
      "Put each version into a folder of its own; with dates install them one by one."),
  HEADER_UNREADABLE(
      "XOEV-E020",
      "Der Nachrichtenkopf ist nicht lesbar:",
      "The message header cannot be read:",
      "Die Nachricht prüfen lassen; der Bericht nennt die Stelle.",
      "Validate the message; the report names the place."),
  REPLY_REFUSED(
      "XOEV-E021",
      "Auf diese Nachricht wird nicht geantwortet:",
      "This message is not answered:",
      "Rückweisungen und Quittungen werden nie beantwortet; sonst die Angabe unter 'replies' ergänzen.",
      "Rejections and receipts are never answered; else add the entry under 'replies'."),
  CONTAINER_UNSAFE(
      "XOEV-E022",
      "Der ZIP-Container ist nicht sicher oder nicht vollständig:",
      "The ZIP container is unsafe or incomplete:",
      "Den Container neu erzeugen; der Text nennt den Eintrag.",
      "Create the container again; the text names the entry."),
  CONTAINER_SLOW(
      "XOEV-E023",
      "Der ZIP-Container ließ sich nicht in der erlaubten Zeit entpacken:",
      "The ZIP container could not be unpacked in the time that is allowed:",
      "Den Container kleiner machen; ist er klein, die Last der Maschine prüfen und wiederholen.",
      "Make the container smaller; if it is small, look at the load of the machine and repeat."),
  STORAGE_FAILED(
      "XOEV-E030",
      "Lesen oder Schreiben ist fehlgeschlagen:",
      "Reading or writing failed:",
      "Platz und Rechte des Verzeichnisses prüfen und wiederholen.",
      "Check space and rights of the directory and repeat.");

  private final String code;
  private final Text cause;
  private final Text remedy;

  XoevError(String code, String german, String english, String heilung, String remedy) {
    this.code = code;
    this.cause = new Text(german, english);
    this.remedy = new Text(heilung, remedy);
  }

  /** Stable code. */
  public String code() {
    return code;
  }

  /** What went wrong, without the details. */
  public Text cause() {
    return cause;
  }

  /** What to do. */
  public Text remedy() {
    return remedy;
  }

  /** True when repeating can help: only failures of storage. */
  public boolean isTransient() {
    return this == STORAGE_FAILED;
  }
}
