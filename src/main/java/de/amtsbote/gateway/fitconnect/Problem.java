package de.amtsbote.gateway.fitconnect;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a submission is rejected, in the form of RFC 7807 that events carry.
 *
 * @param type URI that programs switch on
 * @param title what it is, in German
 * @param detail what exactly; never any content
 * @param instance which piece: submission, metadata, data or {@code attachment:ID}
 */
public record Problem(String type, String title, String detail, String instance) {

  /** The types that FIT-Connect has words for. */
  public enum Type {
    INVALID_EVENT_LOG("invalid-event-log", "Ereignisprotokoll ungültig"),
    WRONG_TAG("incorrect-authentication-tag", "Authentication-Tag ungültig"),
    ENCRYPTION("encryption-issue", "Entschlüsselung gescheitert"),
    SYNTAX("syntax-violation", "Syntax verletzt"),
    MISSING_SCHEMA("missing-schema", "Schema-Referenz fehlt"),
    UNSUPPORTED_SCHEMA("unsupported-schema", "Metadatenschema nicht unterstützt"),
    SCHEMA("schema-violation", "Schema verletzt"),
    UNSUPPORTED_SERVICE("unsupported-service", "Verwaltungsleistung nicht unterstützt"),
    SERVICE_MISMATCH("service-mismatch", "Verwaltungsleistung stimmt nicht überein"),
    UNSUPPORTED_DATA_SCHEMA("unsupported-data-schema", "Fachdatenschema nicht unterstützt"),
    MISSING_DATA("missing-data", "Fachdaten fehlen"),
    ATTACHMENTS_MISMATCH("attachments-mismatch", "Anlagen stimmen nicht überein"),
    MISSING_ATTACHMENT("missing-attachment", "Anlage fehlt"),
    HASH_MISMATCH("hash-mismatch", "Prüfsumme stimmt nicht"),
    TECHNICAL("technical-error", "Technischer Fehler");

    private final String name;
    private final String title;

    Type(String name, String title) {
      this.name = name;
      this.title = title;
    }

    /** Its URI. */
    public String uri() {
      return "https://schema.fitko.de/fit-connect/events/problems/" + name;
    }
  }

  /** The whole submission. */
  public static final String SUBMISSION = "submission";

  /** What is said about it. */
  public static final String METADATA = "metadata";

  /** The document. */
  public static final String DATA = "data";

  /** A problem of a known type. */
  public static Problem of(Type type, String detail, String instance) {
    return new Problem(type.uri(), type.title, detail, instance);
  }

  /** How an attachment is named. */
  public static String attachment(Object id) {
    return "attachment:" + id;
  }

  /** As it stands in an event. */
  public Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("type", type);
    json.put("title", title);
    json.put("detail", detail);
    json.put("instance", instance);
    return json;
  }
}
