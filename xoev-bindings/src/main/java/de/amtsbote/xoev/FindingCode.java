package de.amtsbote.xoev;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The stable codes of findings with their explanation; {@code docs/errors.md} lists them. */
public enum FindingCode {
  NOT_WELL_FORMED(
      "XOEV-X000",
      "Die Nachricht ist kein wohlgeformtes XML.",
      "The message is no well-formed XML.",
      "Die Stelle berichtigen; Zeichenkodierung und XML-Deklaration müssen übereinstimmen.",
      "Correct the place; encoding and XML declaration must agree."),
  DOCTYPE(
      "XOEV-X002",
      "Die Nachricht enthält eine DOCTYPE-Deklaration. Sie wird nicht gelesen.",
      "The message has a DOCTYPE declaration. It is not read.",
      "Die DOCTYPE-Deklaration entfernen; XÖV-Nachrichten haben keine.",
      "Remove the DOCTYPE declaration; XÖV messages have none."),
  LIMIT(
      "XOEV-X003",
      "Die Nachricht überschreitet eine Grenze.",
      "The message exceeds a limit.",
      "Die Nachricht kleiner machen; Dokumente gehören in Anhänge.",
      "Make the message smaller; documents belong into attachments."),
  ENCODING(
      "XOEV-X004",
      "Diese Zeichenkodierung ist nicht zugelassen.",
      "This character encoding is not allowed.",
      "Die Nachricht in UTF-8 senden.",
      "Send the message in UTF-8."),
  UNREADABLE(
      "XOEV-X005",
      "Die Nachricht konnte nicht gelesen werden.",
      "The message could not be read.",
      "Erneut senden; bleibt es dabei, den Betreiber fragen.",
      "Send again; if it persists, ask the operator."),
  CONTAINER(
      "XOEV-X006",
      "Der ZIP-Container wird nicht gelesen: Er ist unsicher oder unvollständig.",
      "The ZIP container is not read: it is unsafe or incomplete.",
      "Den Container neu erzeugen: eine Nachricht und ihre Dokumente in einem flachen Ordner.",
      "Create the container again: one message and its documents in one flat folder."),
  SCHEMA(
      "XOEV-X001",
      "Die Nachricht verletzt das Schema des Standards.",
      "The message violates the schema of the standard.",
      "Die Stelle nach der Spezifikation des Standards berichtigen.",
      "Correct the place by the specification of the standard."),
  UNKNOWN_STANDARD(
      "XOEV-V001",
      "Kein installierter Standard kennt den Namensraum dieser Nachricht.",
      "No installed standard knows the namespace of this message.",
      "Namensraum prüfen oder den Standard installieren lassen.",
      "Check the namespace or have the standard installed."),
  VERSION_NOT_INSTALLED(
      "XOEV-V000",
      "Der Standard ist bekannt, diese Version ist nicht installiert.",
      "The standard is known, this version is not installed.",
      "Eine der genannten Versionen verwenden.",
      "Use one of the versions named."),
  VERSION_NOT_IN_FORCE(
      "XOEV-V002",
      "Diese Version des Standards ist am Tag der Nachricht nicht gültig.",
      "This version of the standard is not in force on the day of the message.",
      "Die am Tag der Nachricht gültige Version verwenden.",
      "Use the version in force on the day of the message."),
  UNKNOWN_MESSAGE_TYPE(
      "XOEV-V003",
      "Der Standard kennt in dieser Version keinen solchen Nachrichtentyp.",
      "The standard has no such message type in this version.",
      "Den Namen des Wurzelelements prüfen.",
      "Check the name of the root element."),
  CHARACTER(
      "XOEV-C001",
      "Der Text enthält ein Zeichen, das DIN 91379 oder der Datentyp nicht zulässt.",
      "The text has a character that DIN 91379 or the data type does not allow.",
      "Das Zeichen ersetzen; erlaubt sind lateinische Schrift und die Zeichen des Datentyps.",
      "Replace the character; Latin script and the characters of the data type are allowed."),
  DECOMPOSED(
      "XOEV-C002",
      "Der Text ist zerlegt (NFD): Buchstabe und Zeichen darüber stehen einzeln.",
      "The text is decomposed (NFD): letter and mark are apart.",
      "Texte vor dem Senden nach NFC normalisieren.",
      "Normalize texts to NFC before sending."),
  TEXT_TOO_LONG(
      "XOEV-C003",
      "Ein einzelner Text ist länger als erlaubt.",
      "A single text is longer than allowed.",
      "Den Text kürzen oder als Anhang senden.",
      "Shorten the text or send it as an attachment."),
  UNKNOWN_CODE(
      "XOEV-X011",
      "Der Code steht nicht in der genannten Version der Codeliste.",
      "The code is not in the named version of the code list.",
      "Einen Code aus dieser Version der Liste verwenden.",
      "Use a code of this version of the list."),
  UNKNOWN_LIST_VERSION(
      "XOEV-X012",
      "Diese Version der Codeliste ist nicht installiert; der Code wurde nicht geprüft.",
      "This version of the code list is not installed; the code was not checked.",
      "Die Version der Liste prüfen oder nachinstallieren lassen.",
      "Check the version of the list or have it installed."),
  UNKNOWN_LIST(
      "XOEV-X010",
      "Die Codeliste ist nicht installiert oder ihre Codes sind nicht lesbar; keine Prüfung des Codes.",
      "The code list is not installed or its codes cannot be read; the code was not checked.",
      "Die Kennung der Liste prüfen oder die Liste nachinstallieren lassen.",
      "Check the URI of the list or have it installed."),
  HEADER_MISSING(
      "XOEV-H001",
      "Der Nachrichtenkopf fehlt oder ist nicht lesbar.",
      "The message header is missing or unreadable.",
      "Den Nachrichtenkopf nach der Spezifikation füllen.",
      "Fill the message header by the specification."),
  HEADER_TYPE(
      "XOEV-H002",
      "Der Nachrichtentyp im Kopf passt nicht zum Wurzelelement.",
      "The message type in the header does not fit the root element.",
      "Im Kopf die Nummer des Wurzelelements angeben.",
      "Put the number of the root element into the header."),
  HEADER_UUID(
      "XOEV-H003",
      "Die Nachrichten-UUID hat nicht die Form einer UUID.",
      "The message UUID does not have the form of a UUID.",
      "Für jede neue oder berichtigte Nachricht eine neue UUID erzeugen.",
      "Create a new UUID for every new or corrected message."),
  HEADER_CREATED(
      "XOEV-H004",
      "Der Erstellungszeitpunkt ist unlesbar oder liegt in der Zukunft.",
      "The creation time is unreadable or lies in the future.",
      "Uhr und Zeitzone des sendenden Systems prüfen.",
      "Check clock and time zone of the sending system."),
  HEADER_TEST(
      "XOEV-H005",
      "Die Nachricht trägt das Testkennzeichen, der Empfänger arbeitet produktiv.",
      "The message has the test flag, the receiver is productive.",
      "Testnachrichten an die Testumgebung senden.",
      "Send test messages to the test environment."),
  HEADER_KEY(
      "XOEV-H006",
      "Der Behördenschlüssel hat nicht die Form des Verzeichnisdienstes.",
      "The authority key does not have the form of the directory service.",
      "Präfix, Doppelpunkt und Ziffern angeben, zum Beispiel ags:05315000.",
      "Write prefix, colon and digits, such as ags:05315000."),
  RULE(
      "XOEV-S001",
      "Eine Geschäftsregel des Standards ist verletzt.",
      "A business rule of the standard is violated.",
      "Die Stelle nach dem Text der Regel berichtigen.",
      "Correct the place by the text of the rule."),
  RULES_FAILED(
      "XOEV-S002",
      "Die Regeldatei des Standards ist an dieser Nachricht gescheitert: nicht prüfbar.",
      "The rule file of the standard failed on this message: not checkable.",
      "Betreiber: die Regeldatei auf 'reportOnly' stellen oder den Herausgeber fragen.",
      "Operator: set the rule file to 'reportOnly' or ask the publisher."),
  RULES_SKIPPED(
      "XOEV-S003",
      "Die Nachricht ist für die Regelprüfung zu groß: nicht prüfbar.",
      "The message is too large for the rules: not checkable.",
      "Die Nachricht kleiner machen oder die Grenze anheben.",
      "Make the message smaller or raise the limit."),
  TIME(
      "XOEV-T001",
      "Die Prüfung wurde nach der erlaubten Zeit abgebrochen: nicht prüfbar.",
      "Validation was stopped after the allowed time: not checkable.",
      "Die Nachricht kleiner machen; Betreiber: die Zeitgrenze prüfen.",
      "Make the message smaller; operator: check the time limit."),
  ROOM(
      "XOEV-T002",
      "Für die Regeln war in der erlaubten Zeit kein Speicher frei: noch nicht geprüft.",
      "No memory was free for the rules within the allowed time: not checked yet.",
      "Später noch einmal prüfen; Betreiber: mehr Speicher, oder weniger große Nachrichten zugleich.",
      "Validate it again later; operator: more memory, or fewer large messages at once."),
  HEADER_OLD(
      "XOEV-H009",
      "Der Erstellungszeitpunkt liegt unglaubwürdig lange zurück.",
      "The creation time lies implausibly far back.",
      "Uhr des sendenden Systems prüfen; die Zeit der Erstellung angeben, nicht die der Vorlage.",
      "Check the clock of the sending system; state the time of creation, not that of a template."),
  HEADER_TOLERATED(
      "XOEV-H010",
      "Die Nachricht hat noch einen anderen Nachrichtenkopf; für diesen Partner wird er geduldet.",
      "The message still has another header; it is tolerated for this partner.",
      "Den Nachrichtenkopf des Standards verwenden.",
      "Use the header of the standard."),
  ATTACHMENT_MISSING(
      "XOEV-A001",
      "Die Nachricht nennt einen Anhang, der nicht mitkam.",
      "The message names an attachment that did not come with it.",
      "Den Anhang mitsenden; Kennung oder Dateiname müssen übereinstimmen.",
      "Send the attachment along; id or file name must agree."),
  ATTACHMENT_UNNAMED(
      "XOEV-A002",
      "Ein Anhang kam mit, den die Nachricht nicht nennt.",
      "An attachment came along that the message does not name.",
      "Den Anhang in der Nachricht nennen oder weglassen.",
      "Name the attachment in the message or leave it out."),
  ATTACHMENT_SIZE(
      "XOEV-A003",
      "Die Größe des Anhangs ist eine andere, als die Nachricht sagt.",
      "The attachment has another size than the message says.",
      "Die Größe in Bytes berichtigen oder den richtigen Anhang senden.",
      "Correct the size in bytes or send the right attachment."),
  ATTACHMENT_HASH(
      "XOEV-A004",
      "Die Prüfsumme des Anhangs ist eine andere, als die Nachricht sagt.",
      "The attachment has another hash than the message says.",
      "SHA-256 über die gesendeten Bytes berechnen; der Anhang darf danach nicht geändert werden.",
      "Compute SHA-256 over the bytes sent; do not change the attachment afterwards."),
  ATTACHMENT_TYPE(
      "XOEV-A005",
      "Der Medientyp des Anhangs ist ein anderer, als die Nachricht sagt.",
      "The attachment has another media type than the message says.",
      "Den Medientyp in Nachricht und Anhang gleich angeben.",
      "State the same media type in message and attachment."),
  ATTACHMENT_NAME(
      "XOEV-A006",
      "Der Dateiname eines Anhangs ist nicht zulässig oder ein anderer, als die Nachricht sagt.",
      "The file name of an attachment is not allowed or another one than the message says.",
      "Dateinamen ohne Pfad, Steuerzeichen und führenden Punkt verwenden, überall denselben.",
      "Use file names without path, control characters or leading dot, the same one everywhere."),
  ATTACHMENT_AMBIGUOUS(
      "XOEV-A007",
      "Mehrere Anhänge haben dieselbe Kennung oder denselben Dateinamen.",
      "Several attachments have the same id or file name.",
      "Jedem Anhang eine eigene Kennung und einen eigenen Dateinamen geben.",
      "Give each attachment an id and a file name of its own."),
  CONTAINER_NAME(
      "XOEV-A008",
      "Der Dateiname der Nachricht im Container passt nicht zu ihrem Inhalt.",
      "The file name of the message in its container does not fit its content.",
      "Die Nachricht nach Prozess-ID und Nachrichtentyp benennen.",
      "Name the message by its process id and message type.");

  private final String code;
  private final Text cause;
  private final Text remedy;

  FindingCode(String code, String german, String english, String heilung, String remedy) {
    this.code = code;
    this.cause = new Text(german, english);
    this.remedy = new Text(heilung, remedy);
  }

  /** What says that a message was not read or not checked; its weight never changes. */
  private static final Set<String> FIXED =
      EnumSet.of(
              NOT_WELL_FORMED,
              DOCTYPE,
              LIMIT,
              ENCODING,
              UNREADABLE,
              CONTAINER,
              UNKNOWN_STANDARD,
              VERSION_NOT_INSTALLED,
              VERSION_NOT_IN_FORCE,
              UNKNOWN_MESSAGE_TYPE,
              RULES_FAILED,
              RULES_SKIPPED,
              TIME,
              ROOM)
          .stream()
          .map(FindingCode::code)
          .collect(Collectors.toUnmodifiableSet());

  /** True for a code whose weight no profile changes. */
  public static boolean isFixed(String code) {
    return FIXED.contains(code);
  }

  /** Stable code. */
  public String code() {
    return code;
  }

  /** What is wrong in general. */
  public Text cause() {
    return cause;
  }

  /** What to do in general. */
  public Text remedy() {
    return remedy;
  }

  /** A finding of this code. */
  public Finding at(
      Level level, Severity severity, Place place, String rule, String expected, String found) {
    return new Finding(
        level,
        code,
        severity,
        place.line(),
        place.column(),
        place.path(),
        rule,
        expected,
        found,
        cause,
        remedy);
  }
}
