package de.amtsbote.gateway.xta;

import java.util.Arrays;
import java.util.Optional;

/** The error numbers of XTA 2 (code list {@code urn:de:xta:webservice:codeliste:fehlernummer}). */
public enum XtaError {
  UNSPECIFIED(9000, XtaFault.TECHNICAL_PROBLEM, "Nicht näher bezeichneter Fehler"),
  CERTIFICATE_EXPIRED(9010, XtaFault.PERMISSION_DENIED, "Zertifikat abgelaufen"),
  ACCOUNT_LOCKED(9011, XtaFault.PERMISSION_DENIED, "Account gesperrt"),
  ACCOUNT_UNKNOWN(9012, XtaFault.PERMISSION_DENIED, "Kein solcher Account"),
  SERVICE_NOT_BOOKED(9013, XtaFault.PERMISSION_DENIED, "Dienst nicht gebucht"),
  PARTY_FOREIGN(9014, XtaFault.PERMISSION_DENIED, "Zertifikat passt nicht zur Kennung"),
  PARAMETERS_MISSING(9020, XtaFault.PARAMETER_INVALID, "Parameter fehlen oder sind unlesbar"),
  URI_INVALID(9021, XtaFault.PARAMETER_INVALID, "Ungültige URI"),
  PARAMETERS_CONTRADICT(9022, XtaFault.PARAMETER_INVALID, "Parameter passen nicht zusammen"),
  TOO_LARGE(9023, XtaFault.PARAMETER_INVALID, "Nachricht zu groß"),
  MESSAGE_ID_USED(9024, XtaFault.PARAMETER_INVALID, "MessageID schon vergeben"),
  INTERNAL(9030, XtaFault.TECHNICAL_PROBLEM, "Interner Fehler des XTA-Servers"),
  DIRECTORY_FAILED(9031, XtaFault.TECHNICAL_PROBLEM, "Fehler des Verzeichnisdienstes"),
  DELIVERY_FAILED(9032, XtaFault.TECHNICAL_PROBLEM, "Fehler bei der Zustellung"),
  CONTENT_INVALID(9050, XtaFault.SCHEMA_VIOLATION, "Fachnachricht nicht schemakonform"),
  ENCODING_WRONG(9051, XtaFault.SCHEMA_VIOLATION, "Falsches Encoding der Fachnachricht"),
  PROFILE_VIOLATED(9052, XtaFault.SCHEMA_VIOLATION, "Service-Profil verletzt"),
  VIRUS_FOUND(9060, XtaFault.VIRUS_DETECTED, "Schadcode gefunden"),
  MESSAGE_ID_UNKNOWN(9070, XtaFault.MESSAGE_ID_INVALID, "MessageID diesem Account unbekannt"),
  ONLY_ASYNCHRONOUS(9080, XtaFault.SYNC_ASYNC, "Dienst nur asynchron"),
  ONLY_SYNCHRONOUS(9081, XtaFault.SYNC_ASYNC, "Dienst nur synchron"),
  CANCEL_TOO_LATE(9100, XtaFault.CANCEL_DENIED, "NotBefore ist erreicht"),
  CANCEL_NOT_AGREED(9101, XtaFault.CANCEL_DENIED, "NotBefore war nicht gesetzt");

  private final int number;
  private final XtaFault fault;
  private final String text;

  XtaError(int number, XtaFault fault, String text) {
    this.number = number;
    this.fault = fault;
    this.text = text;
  }

  /** The error with this number; empty when the list has none. */
  public static Optional<XtaError> of(String number) {
    return Arrays.stream(values()).filter(it -> it.code().equals(number)).findFirst();
  }

  /** The number as it goes over the wire. */
  public String code() {
    return Integer.toString(number);
  }

  /** The fault that carries it. */
  public XtaFault fault() {
    return fault;
  }

  /** What it means, in German as the list is. */
  public String text() {
    return text;
  }
}
