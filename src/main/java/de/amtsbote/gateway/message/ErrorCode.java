package de.amtsbote.gateway.message;

import static de.amtsbote.gateway.message.ErrorKind.OPERATOR;
import static de.amtsbote.gateway.message.ErrorKind.SENDER;
import static de.amtsbote.gateway.message.ErrorKind.TRANSIENT;

/**
 * All errors of the gateway. A code is stable for ever; {@code docs/errors.md} lists them and a
 * test compares the two.
 */
public enum ErrorCode {
  // AB-1xxx: refused at an entry; nothing was stored
  BODY_EMPTY(
      "AB-1001",
      SENDER,
      400,
      "The request has no content, or a part that must have content is empty.",
      "Send the XML document as the body, or as the part named payload."),
  BODY_TOO_LARGE(
      "AB-1002",
      SENDER,
      413,
      "The request is larger than the configured limit.",
      "Send less, or ask the operator to raise amtsbote.limits.body."),
  MEDIA_TYPE_UNKNOWN(
      "AB-1003",
      SENDER,
      415,
      "The Content-Type is missing or none that this entry takes.",
      "Send application/xml, text/xml, a type ending in +xml, or multipart/form-data."),
  MULTIPART_BROKEN(
      "AB-1004",
      SENDER,
      400,
      "The multipart body is truncated or malformed.",
      "Send it again; end it with the closing boundary and give every part its header."),
  PAYLOAD_MISSING(
      "AB-1005",
      SENDER,
      400,
      "The multipart body has no part named payload.",
      "Name the part with the XML document payload."),
  PART_UNEXPECTED(
      "AB-1006",
      SENDER,
      400,
      "The multipart body has a part that is not known, is given twice or is too long.",
      "Use the parts payload (once), attachment, and the fields reader and service."),
  PARAMETER_INVALID(
      "AB-1007",
      SENDER,
      400,
      "A query parameter, header or path element has a value that is not possible.",
      "Correct the value that the detail names."),
  IDEMPOTENCY_CONFLICT(
      "AB-1008",
      SENDER,
      409,
      "The idempotency key was used before for a message with other content.",
      "Use a new key for a new message; repeat a message only with the same bytes."),
  REQUEST_BROKEN(
      "AB-1009",
      SENDER,
      400,
      "The request ended early or is not understandable HTTP.",
      "Send the request again."),
  STORAGE_FULL(
      "AB-1010",
      TRANSIENT,
      507,
      "There is no room to take the message.",
      "Try again later; the operator has to free disk space."),

  // AB-11xx: who is calling
  TOKEN_MISSING(
      "AB-1101",
      SENDER,
      401,
      "The request names no account.",
      "Send the header Authorization: Bearer with the token of your account."),
  TOKEN_WRONG(
      "AB-1102",
      SENDER,
      401,
      "The token belongs to no account.",
      "Check the token; ask the operator for a new one."),
  ROLE_MISSING(
      "AB-1103",
      SENDER,
      403,
      "The account may not do this.",
      "Use an account with the right role, or ask the operator for it."),

  // AB-12xx: HTTP
  NOT_FOUND(
      "AB-1201",
      SENDER,
      404,
      "There is nothing at this address, or it belongs to another tenant.",
      "Check the address and the id."),
  METHOD_NOT_ALLOWED(
      "AB-1202",
      SENDER,
      405,
      "The address does not know this HTTP method.",
      "Use one of the methods in the Allow header."),
  NOT_ACCEPTABLE(
      "AB-1203",
      SENDER,
      406,
      "The answer cannot be given in the format asked for.",
      "Accept application/json and application/problem+json."),

  // AB-2xxx: the content of a message
  XML_BROKEN(
      "AB-2001",
      SENDER,
      422,
      "The payload is not well-formed XML.",
      "Send a well-formed XML document in its declared encoding."),
  XML_FORBIDDEN(
      "AB-2002",
      SENDER,
      422,
      "The payload uses XML that is not taken: a document type, entities or excessive nesting.",
      "Send the document without DOCTYPE and within the limits."),
  STANDARD_UNKNOWN(
      "AB-2003",
      SENDER,
      422,
      "No installed standard knows this namespace, root element and version.",
      "Check namespace and version; ask the operator to install the standard."),
  STANDARD_NOT_IN_FORCE(
      "AB-2004",
      SENDER,
      422,
      "The version of the standard is not valid on this day.",
      "Send the message in a version that is in force."),
  PAYLOAD_INVALID(
      "AB-2005",
      SENDER,
      422,
      "The payload violates its standard.",
      "Correct the places that the findings name and send it as a new message."),
  HEADER_MISSING(
      "AB-2006",
      SENDER,
      422,
      "The message names no reader, and none was given with it.",
      "Name the reader in the XÖV header, or give reader and service with the submission."),
  PART_DAMAGED(
      "AB-2007",
      OPERATOR,
      500,
      "A stored part does not match its seal: it was changed, cut or exchanged.",
      "Compare the database with its backup; ask the sender for the message again."),
  CONTENT_ERASED(
      "AB-2008",
      SENDER,
      410,
      "The content of this message was erased by retention.",
      "Ask the sender for the message again."),
  VALIDATION_IMPOSSIBLE(
      "AB-2009",
      OPERATOR,
      500,
      "The payload could not be checked: a rule set itself failed or a limit stopped it.",
      "See the findings; correct or switch off the rule set, then repeat the message."),
  REFUSED_BY_ROUTE(
      "AB-2010",
      SENDER,
      422,
      "The route does not take this message.",
      "See the detail; correct what it names and send a new message."),

  // AB-3xxx: state, routes and directory
  MESSAGE_UNKNOWN(
      "AB-3001",
      SENDER,
      404,
      "There is no message with this id, or it belongs to another tenant.",
      "Check the id from the receipt."),
  TRANSITION_ILLEGAL(
      "AB-3002",
      OPERATOR,
      409,
      "The message is in a state from which this step is not possible.",
      "Look at the timeline of the message."),
  ROUTE_MISSING(
      "AB-3003",
      OPERATOR,
      500,
      "No route takes this message.",
      "Add a route for its standard, message type and service, then repeat the message."),
  ROUTE_FAILED(
      "AB-3004",
      OPERATOR,
      500,
      "The route has a step that cannot work as it is written.",
      "Correct the route; amtsbote check names file and line. Then repeat the message."),
  READER_UNKNOWN(
      "AB-3005",
      SENDER,
      422,
      "The directory knows no such reader for this service.",
      "Check the reader's identifier; ask the operator whether it is reachable."),
  PARTNER_INCOMPLETE(
      "AB-3006",
      OPERATOR,
      500,
      "The directory entry or the configuration lacks what this route needs.",
      "Complete the entry that the detail names, then repeat the message."),
  BUDGET_USED_UP(
      "AB-3007",
      OPERATOR,
      504,
      "The message was tried again until its time budget was used up.",
      "See the last error in the timeline; repeat the message once its cause is gone."),
  DIRECTORY_UNAVAILABLE(
      "AB-3008", TRANSIENT, 503, "The directory does not answer.", "It is tried again by itself."),

  // AB-4xxx: OSCI-Transport, keys and certificates
  OSCI_UNREACHABLE(
      "AB-4001",
      TRANSIENT,
      503,
      "The OSCI intermediary cannot be reached or did not answer in time.",
      "It is tried again by itself; check address and network if it stays."),
  OSCI_REFUSED(
      "AB-4002",
      OPERATOR,
      502,
      "The OSCI intermediary refused the order.",
      "See the feedback code in the timeline; correct certificates or configuration."),
  OSCI_ANSWER_INVALID(
      "AB-4003",
      TRANSIENT,
      502,
      "The answer of the OSCI intermediary is malformed or its signature does not hold.",
      "It is tried again by itself; tell the operator of the intermediary if it stays."),
  OSCI_CONTENT_INVALID(
      "AB-4004",
      OPERATOR,
      422,
      "An OSCI delivery cannot be opened: signature, encryption or structure is wrong.",
      "The delivery is kept as it came; ask its author to send it again."),
  CERTIFICATE_REFUSED(
      "AB-4005",
      OPERATOR,
      500,
      "A certificate is expired, revoked, not trusted or not meant for this use.",
      "Replace the certificate that the detail names, then repeat the message."),
  OSCI_BUSY(
      "AB-4006",
      TRANSIENT,
      503,
      "The OSCI intermediary is busy or under maintenance.",
      "It is tried again by itself."),
  KEY_MISSING(
      "AB-4101",
      OPERATOR,
      500,
      "The key ring lacks a key that is needed.",
      "Add the key that the detail names to a PKCS#12 file of the key ring."),
  KEY_RING_UNREADABLE(
      "AB-4102",
      OPERATOR,
      500,
      "A PKCS#12 file of the key ring cannot be opened.",
      "Check path, password and file."),
  SAMPLE_KEY_REFUSED(
      "AB-4103",
      OPERATOR,
      500,
      "A key or certificate comes from the public sample PKI.",
      "Use keys of a real PKI. Only the demo and the tests may use the sample."),

  // AB-5xxx: deliveries to Fachverfahren
  DELIVERY_UNAVAILABLE(
      "AB-5001",
      TRANSIENT,
      503,
      "The Fachverfahren cannot be reached or is busy.",
      "It is tried again by itself."),
  DELIVERY_REFUSED(
      "AB-5002",
      OPERATOR,
      502,
      "The Fachverfahren refused the delivery.",
      "See its status in the timeline; repeat the message once it takes it."),
  DELIVERY_UNKNOWN(
      "AB-5003",
      OPERATOR,
      500,
      "The route names a delivery that is not configured.",
      "Configure it under amtsbote.deliveries, then repeat the message."),

  // AB-9xxx: the gateway itself
  INTERNAL(
      "AB-9001",
      TRANSIENT,
      500,
      "The gateway failed in a way that was not foreseen.",
      "Give the incident id to the operator; the log tells more."),
  DATABASE_UNAVAILABLE(
      "AB-9002", TRANSIENT, 503, "The database does not answer.", "Try again in a moment."),
  CONFIGURATION_INVALID(
      "AB-9003",
      OPERATOR,
      500,
      "The configuration is incomplete or contradicts itself.",
      "Correct the setting that the detail names."),
  DATABASE_NOT_STARTABLE(
      "AB-9004",
      OPERATOR,
      500,
      "The embedded PostgreSQL cannot be started.",
      "Set spring.datasource.url to a PostgreSQL of your own, or see the detail.");

  private final String code;
  private final ErrorKind kind;
  private final int status;
  private final String cause;
  private final String remedy;

  ErrorCode(String code, ErrorKind kind, int status, String cause, String remedy) {
    this.code = code;
    this.kind = kind;
    this.status = status;
    this.cause = cause;
    this.remedy = remedy;
  }

  /** The code that callers see, e.g. {@code AB-1001}. */
  public String code() {
    return code;
  }

  /** The code in words, e.g. {@code body-empty}. */
  public String slug() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
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
    return cause;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
