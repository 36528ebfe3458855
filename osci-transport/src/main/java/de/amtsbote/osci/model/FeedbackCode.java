package de.amtsbote.osci.model;

import static de.amtsbote.osci.model.FeedbackCode.Kind.ERROR;
import static de.amtsbote.osci.model.FeedbackCode.Kind.FAULT_CLIENT;
import static de.amtsbote.osci.model.FeedbackCode.Kind.FAULT_SERVER;
import static de.amtsbote.osci.model.FeedbackCode.Kind.OK;
import static de.amtsbote.osci.model.FeedbackCode.Kind.WARNING;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The feedback codes of OSCI-Transport 1.2 (K§6) with our wording in German and English. */
public enum FeedbackCode {
  EXECUTED_DIALOG_CLOSED(
      "0800", OK, "Auftrag ausgeführt, Dialog geschlossen", "Order executed, dialog closed"),
  EXECUTED_DIALOG_OPEN(
      "0801", OK, "Auftrag ausgeführt, Dialog bleibt offen", "Order executed, dialog still open"),
  CLIENT_CIPHER_CERTIFICATE_OUTSIDE_VALIDITY(
      "3500",
      WARNING,
      "Verschlüsselungszertifikat des Clients außerhalb der Gültigkeit",
      "Cipher certificate of the client outside its validity"),
  CLIENT_CIPHER_CERTIFICATE_CHECK_INCOMPLETE(
      "3501",
      WARNING,
      "Prüfung des Verschlüsselungszertifikats des Clients unvollständig",
      "Check of the client's cipher certificate incomplete"),
  CLIENT_SIGNATURE_CERTIFICATE_OUTSIDE_VALIDITY(
      "3700",
      WARNING,
      "Signaturzertifikat des Clients außerhalb der Gültigkeit",
      "Signature certificate of the client outside its validity"),
  AUTHOR_SIGNATURE_CERTIFICATE_OUTSIDE_VALIDITY(
      "3701",
      WARNING,
      "Signaturzertifikat eines Autors außerhalb der Gültigkeit",
      "Signature certificate of an author outside its validity"),
  AUTHOR_SIGNATURE_CERTIFICATE_INVALID(
      "3702",
      WARNING,
      "Signaturzertifikat eines Autors: Signatur des Ausstellers ungültig",
      "Signature certificate of an author: issuer's signature invalid"),
  AUTHOR_SIGNATURE_CERTIFICATE_REVOKED(
      "3703",
      WARNING,
      "Signaturzertifikat eines Autors gesperrt",
      "Signature certificate of an author revoked"),
  AUTHOR_CIPHER_CERTIFICATE_OUTSIDE_VALIDITY(
      "3704",
      WARNING,
      "Verschlüsselungszertifikat eines Autors außerhalb der Gültigkeit",
      "Cipher certificate of an author outside its validity"),
  RECIPIENT_CIPHER_CERTIFICATE_OUTSIDE_VALIDITY(
      "3705",
      WARNING,
      "Verschlüsselungszertifikat des Empfängers außerhalb der Gültigkeit",
      "Cipher certificate of the recipient outside its validity"),
  READER_CIPHER_CERTIFICATE_OUTSIDE_VALIDITY(
      "3706",
      WARNING,
      "Verschlüsselungszertifikat eines Lesers außerhalb der Gültigkeit",
      "Cipher certificate of a reader outside its validity"),
  CERTIFICATE_CHECK_INCOMPLETE(
      "3707", WARNING, "Zertifikatsprüfung unvollständig", "Certificate check incomplete"),
  RECIPIENT_SIGNATURE_CERTIFICATE_OUTSIDE_VALIDITY(
      "3708",
      WARNING,
      "Signaturzertifikat des Empfängers außerhalb der Gültigkeit",
      "Signature certificate of the recipient outside its validity"),
  MORE_DELIVERIES(
      "3800", WARNING, "Weitere Zustellungen liegen bereit", "More deliveries are waiting"),
  MORE_PROCESS_CARDS(
      "3801", WARNING, "Weitere Laufzettel liegen bereit", "More process cards are waiting"),
  ANSWER_UNSIGNED(
      "3802", WARNING, "Antwort des Empfängers nicht signiert", "Recipient's answer unsigned"),
  ANSWER_UNENCRYPTED(
      "3803",
      WARNING,
      "Antwort des Empfängers nicht verschlüsselt",
      "Recipient's answer not encrypted"),
  CHUNKED_INNER_FEEDBACK(
      "3950",
      WARNING,
      "Paketierte Nachricht verarbeitet, Rückmeldung liegt bei",
      "Chunked message processed, its feedback is enclosed"),
  CHUNKED_TIME_LIMIT(
      "3951",
      WARNING,
      "Zeitgrenze der paketierten Nachricht erreicht",
      "Time limit of the chunked message reached"),
  CHUNKED_STILL_PROCESSING(
      "3952",
      WARNING,
      "Paketierte Nachricht noch in Verarbeitung",
      "Chunked message still being processed"),
  SUPPLIER_INTERNAL_ERROR(
      "9000", FAULT_SERVER, "Interner Fehler des Suppliers", "Internal error of the supplier"),
  NO_VALID_MESSAGE("9100", FAULT_CLIENT, "Keine gültige OSCI-Nachricht", "Not a valid message"),
  NO_PRIVATE_KEY(
      "9200",
      FAULT_CLIENT,
      "Kein privater Schlüssel zum verwendeten Zertifikat",
      "No private key for the certificate used"),
  SUPPLIER_CERTIFICATE_REVOKED(
      "9201",
      FAULT_CLIENT,
      "Das verwendete Zertifikat des Suppliers ist gesperrt",
      "The supplier certificate used is revoked"),
  DECRYPTION_FAILED(
      "9202", FAULT_CLIENT, "Entschlüsselung nicht möglich", "Decryption not possible"),
  NO_VALID_ORDER(
      "9300",
      FAULT_CLIENT,
      "Entschlüsselte Daten sind kein gültiger Auftrag",
      "Decrypted data are no valid order"),
  DIALOG_DATA_WRONG("9400", FAULT_CLIENT, "Dialogdaten stimmen nicht", "Dialog data do not match"),
  CLIENT_CIPHER_CERTIFICATE_MISSING(
      "9500",
      FAULT_CLIENT,
      "Verschlüsselungszertifikat des Clients fehlt",
      "Cipher certificate of the client missing"),
  CLIENT_CIPHER_CERTIFICATE_INVALID(
      "9501",
      FAULT_CLIENT,
      "Verschlüsselungszertifikat des Clients: Signatur des Ausstellers ungültig",
      "Cipher certificate of the client: issuer's signature invalid"),
  CLIENT_CIPHER_CERTIFICATE_REVOKED(
      "9502",
      FAULT_CLIENT,
      "Verschlüsselungszertifikat des Clients gesperrt",
      "Cipher certificate of the client revoked"),
  CLIENT_CIPHER_CERTIFICATE_CHECK_FAILED(
      "9503",
      FAULT_SERVER,
      "Interner Fehler bei der Prüfung des Verschlüsselungszertifikats",
      "Internal error while checking the client's cipher certificate"),
  SIGNATURE_MISSING("9600", ERROR, "Auftrag nicht signiert", "Order not signed"),
  SIGNATURE_INVALID("9601", ERROR, "Auftragssignatur ungültig", "Order signature invalid"),
  SIGNATURE_INCOMPLETE(
      "9602",
      ERROR,
      "Auftragssignatur deckt nicht alle Teile ab",
      "Order signature does not cover all parts"),
  SIGNATURE_CHECK_FAILED(
      "9603",
      ERROR,
      "Interner Fehler bei der Prüfung der Auftragssignatur",
      "Internal error while checking the order signature"),
  CLIENT_SIGNATURE_CERTIFICATE_INVALID(
      "9700",
      ERROR,
      "Signaturzertifikat des Clients: Signatur des Ausstellers ungültig",
      "Signature certificate of the client: issuer's signature invalid"),
  CLIENT_SIGNATURE_CERTIFICATE_REVOKED(
      "9701",
      ERROR,
      "Signaturzertifikat des Clients gesperrt",
      "Signature certificate of the client revoked"),
  AUTHOR_CIPHER_CERTIFICATE_INVALID(
      "9704",
      ERROR,
      "Verschlüsselungszertifikat eines Autors: Signatur des Ausstellers ungültig",
      "Cipher certificate of an author: issuer's signature invalid"),
  AUTHOR_CIPHER_CERTIFICATE_REVOKED(
      "9705",
      ERROR,
      "Verschlüsselungszertifikat eines Autors gesperrt",
      "Cipher certificate of an author revoked"),
  RECIPIENT_CIPHER_CERTIFICATE_INVALID(
      "9706",
      ERROR,
      "Verschlüsselungszertifikat des Empfängers: Signatur des Ausstellers ungültig",
      "Cipher certificate of the recipient: issuer's signature invalid"),
  RECIPIENT_CIPHER_CERTIFICATE_REVOKED(
      "9707",
      ERROR,
      "Verschlüsselungszertifikat des Empfängers gesperrt",
      "Cipher certificate of the recipient revoked"),
  READER_CIPHER_CERTIFICATE_INVALID(
      "9708",
      ERROR,
      "Verschlüsselungszertifikat eines Lesers: Signatur des Ausstellers ungültig",
      "Cipher certificate of a reader: issuer's signature invalid"),
  READER_CIPHER_CERTIFICATE_REVOKED(
      "9709",
      ERROR,
      "Verschlüsselungszertifikat eines Lesers gesperrt",
      "Cipher certificate of a reader revoked"),
  CERTIFICATE_CHECK_FAILED(
      "9710",
      ERROR,
      "Interner Fehler bei der Zertifikatsprüfung",
      "Internal error in the certificate check"),
  RECIPIENT_SIGNATURE_CERTIFICATE_INVALID(
      "9711",
      ERROR,
      "Signaturzertifikat des Empfängers: Signatur des Ausstellers ungültig",
      "Signature certificate of the recipient: issuer's signature invalid"),
  RECIPIENT_SIGNATURE_CERTIFICATE_REVOKED(
      "9712",
      ERROR,
      "Signaturzertifikat des Empfängers gesperrt",
      "Signature certificate of the recipient revoked"),
  MESSAGE_ID_MISSING("9800", ERROR, "Keine MessageId angegeben", "No message id given"),
  MESSAGE_ID_UNKNOWN(
      "9801",
      ERROR,
      "MessageId hier nicht vergeben oder schon verwendet",
      "Message id not issued here or already used"),
  EXPLICIT_DIALOG_NEEDED(
      "9802", ERROR, "Auftrag nur in einem expliziten Dialog", "Order needs an explicit dialog"),
  NO_DELIVERY("9803", ERROR, "Keine passende Zustellung", "No delivery matches"),
  NO_PROCESS_CARD("9804", ERROR, "Kein passender Laufzettel", "No process card matches"),
  NOT_ACCEPTED("9805", ERROR, "Empfänger hat nicht angenommen", "The recipient did not accept"),
  NO_ANSWER_DELIVERY(
      "9806",
      ERROR,
      "Empfänger hat angenommen, aber keine Antwort geliefert",
      "The recipient accepted but gave no delivery back"),
  ANSWER_SIGNATURE_INVALID(
      "9807",
      ERROR,
      "Signatur der Antwort des Empfängers ungültig",
      "Signature of the recipient's answer invalid"),
  RECIPIENT_INTERNAL_ERROR(
      "9808", ERROR, "Interner Fehler beim Empfänger", "Internal error at the recipient"),
  FAILED_BEFORE_RECIPIENT(
      "9809",
      ERROR,
      "Fehler des Intermediärs, bevor der Empfänger erreicht war",
      "Intermediary failed before it reached the recipient"),
  FAILED_AFTER_RECIPIENT(
      "9810",
      ERROR,
      "Fehler des Intermediärs, nachdem der Empfänger erreicht war",
      "Intermediary failed after it reached the recipient"),
  EXECUTION_FAILED(
      "9811",
      ERROR,
      "Interner Fehler des Suppliers bei der Ausführung",
      "Internal error of the supplier while executing"),
  CHUNK_EXISTS("9900", ERROR, "Paket ist schon vorhanden", "Chunk exists already"),
  CHUNK_NUMBER_WRONG("9901", ERROR, "Paketnummer falsch", "Chunk number wrong"),
  CHUNK_TOO_BIG("9902", ERROR, "Paket zu groß", "Chunk too big"),
  CHUNK_TOO_SMALL("9903", ERROR, "Paket zu klein", "Chunk too small"),
  CHUNKED_MESSAGE_TOO_BIG("9904", ERROR, "Paketierte Nachricht zu groß", "Chunked message too big"),
  CHUNK_INFORMATION_WRONG(
      "9905", ERROR, "Angaben zum Paket falsch", "Information on the chunk wrong"),
  CHUNKED_INNER_ERROR(
      "9950",
      ERROR,
      "Paketierte Nachricht mit Fehler verarbeitet, Rückmeldung liegt bei",
      "Chunked message failed, its feedback is enclosed");

  /** What a code means for the order. */
  public enum Kind {
    OK,
    WARNING,
    ERROR,
    FAULT_CLIENT,
    FAULT_SERVER;

    /** Whether the order was executed. */
    public boolean isExecuted() {
      return this == OK || this == WARNING;
    }

    /** Whether the code stands in a SOAP fault. */
    public boolean isFault() {
      return this == FAULT_CLIENT || this == FAULT_SERVER;
    }

    /** The kind that the first digit of an unknown code says. */
    public static Kind ofUnknown(String code) {
      return switch (code.isEmpty() ? '9' : code.charAt(0)) {
        case '0' -> OK;
        case '3' -> WARNING;
        default -> ERROR;
      };
    }
  }

  private final String code;
  private final Kind kind;
  private final String german;
  private final String english;

  FeedbackCode(String code, Kind kind, String german, String english) {
    this.code = code;
    this.kind = kind;
    this.german = german;
    this.english = english;
  }

  /** The four digits. */
  public String code() {
    return code;
  }

  /** Executed, warning, error or fault. */
  public Kind kind() {
    return kind;
  }

  /** Whether the same order may succeed later without the sender changing anything. */
  public boolean isTransient() {
    return switch (this) {
      case SUPPLIER_INTERNAL_ERROR,
          CLIENT_CIPHER_CERTIFICATE_CHECK_FAILED,
          SIGNATURE_CHECK_FAILED,
          CERTIFICATE_CHECK_FAILED,
          RECIPIENT_INTERNAL_ERROR,
          FAILED_BEFORE_RECIPIENT,
          FAILED_AFTER_RECIPIENT,
          EXECUTION_FAILED,
          DIALOG_DATA_WRONG,
          NO_DELIVERY,
          NO_PROCESS_CARD,
          CHUNKED_STILL_PROCESSING ->
          true;
      default -> false;
    };
  }

  /** Our text in the language ({@code de} or {@code en}; German for any other). */
  public String text(String language) {
    return language != null && language.toLowerCase(Locale.ROOT).startsWith("en")
        ? english
        : german;
  }

  /** The code with these digits; empty for one that OSCI-Transport 1.2 does not know. */
  public static Optional<FeedbackCode> of(String digits) {
    return Arrays.stream(values()).filter(value -> value.code.equals(digits)).findFirst();
  }
}
