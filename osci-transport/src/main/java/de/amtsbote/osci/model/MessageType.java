package de.amtsbote.osci.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every order, answer and fault of OSCI-Transport 1.2, and how it stands in the envelope. */
public enum MessageType {
  INIT_DIALOG("initDialog", Place.BODY, BodyContent.ORDER),
  RESPONSE_TO_INIT_DIALOG("responseToInitDialog", Place.BODY, BodyContent.ORDER),
  EXIT_DIALOG("exitDialog", Place.BODY, BodyContent.ORDER),
  RESPONSE_TO_EXIT_DIALOG("responseToExitDialog", Place.BODY, BodyContent.ORDER),
  GET_MESSAGE_ID("getMessageId", Place.BODY, BodyContent.ORDER),
  RESPONSE_TO_GET_MESSAGE_ID("responseToGetMessageId", Place.BODY, BodyContent.ORDER),
  STORE_DELIVERY("storeDelivery", Place.HEADER, BodyContent.CONTENT_PACKAGE),
  RESPONSE_TO_STORE_DELIVERY("responseToStoreDelivery", Place.HEADER, BodyContent.EMPTY),
  FETCH_DELIVERY("fetchDelivery", Place.HEADER, BodyContent.EMPTY),
  RESPONSE_TO_FETCH_DELIVERY(
      "responseToFetchDelivery", Place.HEADER, BodyContent.OPTIONAL_CONTENT_PACKAGE),
  FETCH_PROCESS_CARD("fetchProcessCard", Place.BODY, BodyContent.ORDER),
  RESPONSE_TO_FETCH_PROCESS_CARD("responseToFetchProcessCard", Place.BODY, BodyContent.ORDER),
  FORWARD_DELIVERY("forwardDelivery", Place.HEADER, BodyContent.CONTENT_PACKAGE),
  RESPONSE_TO_FORWARD_DELIVERY("responseToForwardDelivery", Place.HEADER, BodyContent.EMPTY),
  ACCEPT_DELIVERY("acceptDelivery", Place.HEADER, BodyContent.CONTENT_PACKAGE),
  RESPONSE_TO_ACCEPT_DELIVERY("responseToAcceptDelivery", Place.HEADER, BodyContent.EMPTY),
  MEDIATE_DELIVERY("mediateDelivery", Place.HEADER, BodyContent.CONTENT_PACKAGE),
  RESPONSE_TO_MEDIATE_DELIVERY(
      "responseToMediateDelivery", Place.HEADER, BodyContent.OPTIONAL_CONTENT_PACKAGE),
  PROCESS_DELIVERY("processDelivery", Place.HEADER, BodyContent.CONTENT_PACKAGE),
  RESPONSE_TO_PROCESS_DELIVERY(
      "responseToProcessDelivery", Place.HEADER, BodyContent.OPTIONAL_CONTENT_PACKAGE),
  PARTIAL_STORE_DELIVERY("partialStoreDelivery", Place.HEADER, BodyContent.CONTENT_PACKAGE),
  RESPONSE_TO_PARTIAL_STORE_DELIVERY(
      "responseToPartialStoreDelivery", Place.HEADER, BodyContent.EMPTY),
  PARTIAL_FETCH_DELIVERY("partialFetchDelivery", Place.HEADER, BodyContent.EMPTY),
  RESPONSE_TO_PARTIAL_FETCH_DELIVERY(
      "responseToPartialFetchDelivery", Place.HEADER, BodyContent.OPTIONAL_CONTENT_PACKAGE),
  SOAP_FAULT("soapFault", Place.BODY, BodyContent.ORDER);

  /** Where the order element stands. */
  public enum Place {
    HEADER,
    BODY
  }

  /** What the SOAP body carries. */
  public enum BodyContent {
    ORDER,
    CONTENT_PACKAGE,
    OPTIONAL_CONTENT_PACKAGE,
    EMPTY
  }

  /** The schema file of faults, which most suppliers do not name. */
  public static final String FAULT_SCHEMA = "soapMessageFault.xsd";

  private static final String ANSWER_PREFIX = "responseTo";

  private final String elementName;
  private final Place place;
  private final BodyContent body;

  MessageType(String elementName, Place place, BodyContent body) {
    this.elementName = elementName;
    this.place = place;
    this.body = body;
  }

  /** Local name of the order element, e.g. {@code storeDelivery}; {@code soapFault} for faults. */
  public String elementName() {
    return elementName;
  }

  /** Whether the order element is a header block or the content of the body. */
  public Place place() {
    return place;
  }

  /** What the body carries. */
  public BodyContent body() {
    return body;
  }

  /** Whether the order element belongs to the name space of chunked transfer. */
  public boolean isPartial() {
    return elementName.contains("artial");
  }

  /** The schema file that names the type in {@code xsi:schemaLocation}; a fault has none. */
  public String schemaFile() {
    return "soap"
        + elementName.substring(0, 1).toUpperCase(Locale.ROOT)
        + elementName.substring(1)
        + ".xsd";
  }

  /** The {@code Id} the order element carries as a header block. */
  public String orderId() {
    return elementName.toLowerCase(Locale.ROOT);
  }

  /** Whether this is an answer of a supplier; a fault counts as one. */
  public boolean isAnswer() {
    return this == SOAP_FAULT || elementName.startsWith(ANSWER_PREFIX);
  }

  /** Whether a delivery (content package) may travel in this message. */
  public boolean mayCarryContent() {
    return body == BodyContent.CONTENT_PACKAGE || body == BodyContent.OPTIONAL_CONTENT_PACKAGE;
  }

  /** Whether the order is allowed in an explicit dialog only (feedback 9802 otherwise). */
  public boolean needsExplicitDialog() {
    return this == FETCH_DELIVERY
        || this == FETCH_PROCESS_CARD
        || this == MEDIATE_DELIVERY
        || this == PARTIAL_FETCH_DELIVERY
        || this == EXIT_DIALOG;
  }

  /** The answer to this order; empty for answers and faults. */
  public Optional<MessageType> answer() {
    return isAnswer()
        ? Optional.empty()
        : byElementName(
            ANSWER_PREFIX
                + elementName.substring(0, 1).toUpperCase(Locale.ROOT)
                + elementName.substring(1));
  }

  /** The type with this element name; empty if OSCI-Transport knows none. */
  public static Optional<MessageType> byElementName(String name) {
    return Arrays.stream(values()).filter(type -> type.elementName.equals(name)).findFirst();
  }

  /** The type that a schema file name stands for; empty if OSCI-Transport knows none. */
  public static Optional<MessageType> bySchemaFile(String file) {
    return Arrays.stream(values())
        .filter(type -> type != SOAP_FAULT && type.schemaFile().equals(file))
        .findFirst();
  }
}
