package de.amtsbote.gateway.message;

import static de.amtsbote.gateway.message.ErrorKind.OPERATOR;
import static de.amtsbote.gateway.message.ErrorKind.SENDER;
import static de.amtsbote.gateway.message.ErrorKind.TRANSIENT;

import java.util.Locale;

/**
 * All errors of the gateway. A code is stable for ever; its texts stand in {@code
 * errors.properties}, {@code docs/errors.md} lists them and a test compares the two.
 */
public enum ErrorCode {
  // AB-1xxx: refused at an entry; nothing was stored
  BODY_EMPTY("AB-1001", SENDER, 400),
  BODY_TOO_LARGE("AB-1002", SENDER, 413),
  MEDIA_TYPE_UNKNOWN("AB-1003", SENDER, 415),
  MULTIPART_BROKEN("AB-1004", SENDER, 400),
  PAYLOAD_MISSING("AB-1005", SENDER, 400),
  PART_UNEXPECTED("AB-1006", SENDER, 400),
  PARAMETER_INVALID("AB-1007", SENDER, 400),
  IDEMPOTENCY_CONFLICT("AB-1008", SENDER, 409),
  REQUEST_BROKEN("AB-1009", SENDER, 400),
  STORAGE_FULL("AB-1010", TRANSIENT, 503),
  XOEV_UUID_CONFLICT("AB-1021", SENDER, 409),
  REASON_MISSING("AB-1022", SENDER, 400),
  PREVIEW_STALE("AB-1023", SENDER, 409),
  SELECTION_TOO_LARGE("AB-1024", SENDER, 422),
  TARGET_UNKNOWN("AB-1025", SENDER, 422),
  NODE_DRAINING("AB-1026", TRANSIENT, 503),

  // AB-103x: refused because it would be too much
  OVERLOADED("AB-1031", TRANSIENT, 503),
  BODY_TOO_SLOW("AB-1032", SENDER, 408),
  BACKLOG_FULL("AB-1033", TRANSIENT, 503),
  RATE_EXCEEDED("AB-1034", TRANSIENT, 429),
  CONCURRENCY_EXCEEDED("AB-1035", TRANSIENT, 429),
  QUOTA_USED_UP("AB-1036", TRANSIENT, 429),
  TOO_MANY_OPEN("AB-1037", TRANSIENT, 429),

  // AB-104x: virus scan
  CONTENT_INFECTED("AB-1041", SENDER, 422),
  SCANNER_UNAVAILABLE("AB-1042", TRANSIENT, 503),
  CONTENT_UNSCANNABLE("AB-1043", OPERATOR, 500),

  // AB-11xx: who is calling
  TOKEN_MISSING("AB-1101", SENDER, 401),
  TOKEN_WRONG("AB-1102", SENDER, 401),
  ROLE_MISSING("AB-1103", SENDER, 403),
  FORM_STALE("AB-1104", SENDER, 403),
  TENANT_FOREIGN("AB-1105", SENDER, 403),

  // AB-12xx: HTTP
  NOT_FOUND("AB-1201", SENDER, 404),
  METHOD_NOT_ALLOWED("AB-1202", SENDER, 405),
  NOT_ACCEPTABLE("AB-1203", SENDER, 406),

  // AB-2xxx: the content of a message
  XML_BROKEN("AB-2001", SENDER, 422),
  XML_FORBIDDEN("AB-2002", SENDER, 422),
  STANDARD_UNKNOWN("AB-2003", SENDER, 422),
  STANDARD_NOT_IN_FORCE("AB-2004", SENDER, 422),
  PAYLOAD_INVALID("AB-2005", SENDER, 422),
  HEADER_MISSING("AB-2006", SENDER, 422),
  PART_DAMAGED("AB-2007", OPERATOR, 500),
  CONTENT_ERASED("AB-2008", SENDER, 410),
  VALIDATION_IMPOSSIBLE("AB-2009", OPERATOR, 500),
  REFUSED_BY_ROUTE("AB-2010", SENDER, 422),
  CONTENT_UNSUITABLE("AB-2011", OPERATOR, 500),

  // AB-3xxx: state, routes and directory
  MESSAGE_UNKNOWN("AB-3001", SENDER, 404),
  TRANSITION_ILLEGAL("AB-3002", OPERATOR, 409),
  ROUTE_MISSING("AB-3003", OPERATOR, 500),
  ROUTE_FAILED("AB-3004", OPERATOR, 500),
  READER_UNKNOWN("AB-3005", SENDER, 422),
  PARTNER_INCOMPLETE("AB-3006", OPERATOR, 500),
  BUDGET_USED_UP("AB-3007", OPERATOR, 504),
  DIRECTORY_UNAVAILABLE("AB-3008", TRANSIENT, 503),
  ATTEMPT_ABANDONED("AB-3010", OPERATOR, 500),
  MESSAGE_BUSY("AB-3011", SENDER, 409),
  RESULT_UNCLEAR("AB-3012", SENDER, 409),
  REJECTED_BY_OPERATOR("AB-3013", SENDER, 422),

  // AB-31xx: deadlines
  PICKUP_OVERDUE("AB-3101", OPERATOR, 504),
  PICKUP_EXPIRED("AB-3102", SENDER, 410),
  OBSOLETE("AB-3103", SENDER, 410),

  // AB-32xx: the directory of the administration (DVDV) and what it says
  DIRECTORY_REFUSED("AB-3201", OPERATOR, 502),
  DIRECTORY_ANSWER_INVALID("AB-3202", TRANSIENT, 502),
  AUTHOR_CATEGORY_WRONG("AB-3203", SENDER, 422),
  READER_LIMIT("AB-3204", SENDER, 422),

  // AB-33xx: mailboxes
  MAILBOX_UNKNOWN("AB-3301", SENDER, 404),
  ACKNOWLEDGED_OTHERWISE("AB-3302", SENDER, 409),
  REJECTED_BY_READER("AB-3303", SENDER, 422),
  WITHDRAWN("AB-3304", SENDER, 410),
  NO_WAY_BACK("AB-3305", OPERATOR, 500),

  // AB-4xxx: OSCI-Transport, keys and certificates
  OSCI_UNREACHABLE("AB-4001", TRANSIENT, 503),
  OSCI_REFUSED("AB-4002", OPERATOR, 502),
  OSCI_ANSWER_INVALID("AB-4003", TRANSIENT, 502),
  OSCI_CONTENT_INVALID("AB-4004", OPERATOR, 422),
  CERTIFICATE_REFUSED("AB-4005", OPERATOR, 500),
  OSCI_BUSY("AB-4006", TRANSIENT, 503),
  REVOCATION_UNKNOWN("AB-4007", TRANSIENT, 503),
  KEY_MISSING("AB-4101", OPERATOR, 500),
  KEY_RING_UNREADABLE("AB-4102", OPERATOR, 500),
  SAMPLE_KEY_REFUSED("AB-4103", OPERATOR, 500),
  KEY_EXISTS("AB-4201", OPERATOR, 409),
  KEY_IN_USE("AB-4202", OPERATOR, 409),

  // AB-43xx: XTA servers of others
  XTA_CONTENT_INVALID("AB-4301", OPERATOR, 422),
  XTA_CONTENT_REFUSED("AB-4302", SENDER, 422),
  XTA_REPORTED_RED("AB-4303", SENDER, 422),

  // AB-5xxx: deliveries to Fachverfahren
  DELIVERY_UNAVAILABLE("AB-5001", TRANSIENT, 503),
  DELIVERY_REFUSED("AB-5002", OPERATOR, 502),
  DELIVERY_UNKNOWN("AB-5003", OPERATOR, 500),

  // AB-52xx: webhooks to portals
  WEBHOOK_UNAVAILABLE("AB-5201", TRANSIENT, 503),
  WEBHOOK_REFUSED("AB-5202", TRANSIENT, 502),
  WEBHOOK_GIVEN_UP("AB-5203", OPERATOR, 504),

  // AB-9xxx: the gateway itself
  INTERNAL("AB-9001", TRANSIENT, 500),
  DATABASE_UNAVAILABLE("AB-9002", TRANSIENT, 503),
  CONFIGURATION_INVALID("AB-9003", OPERATOR, 500),
  DATABASE_NOT_STARTABLE("AB-9004", OPERATOR, 500),
  DATABASE_NOT_REACHED("AB-9005", OPERATOR, 500);

  private final String code;
  private final ErrorKind kind;
  private final int status;

  ErrorCode(String code, ErrorKind kind, int status) {
    this.code = code;
    this.kind = kind;
    this.status = status;
  }

  /** The code that callers see, e.g. {@code AB-1001}. */
  public String code() {
    return code;
  }

  /** The code in words, e.g. {@code body-empty}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Who can make it go away. */
  public ErrorKind kind() {
    return kind;
  }

  /** True when trying again may help. */
  public boolean isTransient() {
    return kind == TRANSIENT;
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }

  /** Why it happens. */
  public String cause() {
    return ErrorTexts.of(name() + ".cause");
  }

  /** What to do about it. */
  public String remedy() {
    return ErrorTexts.of(name() + ".remedy");
  }
}
