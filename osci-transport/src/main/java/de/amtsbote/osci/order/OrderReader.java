package de.amtsbote.osci.order;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.ChunkInformation;
import de.amtsbote.osci.model.Fault;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.xml.Namespaces;
import de.amtsbote.osci.xml.XmlCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what stands inside of an order element; a child that the type has not is refused. */
public final class OrderReader {

  private static final Set<String> REPEATABLE = Set.of("ProcessCardBundle");

  private final XmlCursor cursor;
  private final MessageType type;
  private final Order.Builder order = Order.builder();
  private final List<ProcessCardBundle> cards = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private OrderReader(XmlCursor cursor, MessageType type) {
    this.cursor = cursor;
    this.type = type;
  }

  /** Reads the order element that the cursor stands on, to its end. */
  public static Order read(XmlCursor cursor, MessageType type) throws OsciException {
    return new OrderReader(cursor, type).order();
  }

  private Order order() throws OsciException {
    Set<String> allowed = allowed();
    while (cursor.nextChild()) {
      String name = cursor.localName();
      boolean known =
          (cursor.namespace().equals(Namespaces.OSCI)
                  || cursor.namespace().equals(Namespaces.OSCI_2017))
              && allowed.contains(name);
      if (!known || (!seen.add(name) && !REPEATABLE.contains(name))) {
        throw Values.unexpected(cursor);
      }
      child(name);
    }
    if (type.isAnswer() && !seen.contains("Feedback")) {
      throw new OsciException(Rule.STRUCTURE, type.elementName() + " without Feedback");
    }
    return order.processCards(cards).build();
  }

  private Set<String> allowed() {
    return switch (type) {
      case STORE_DELIVERY -> Set.of("MessageId", "Subject");
      case FORWARD_DELIVERY, MEDIATE_DELIVERY -> Set.of("ContentReceiver", "MessageId", "Subject");
      case ACCEPT_DELIVERY -> Set.of("ProcessCardBundle");
      case PROCESS_DELIVERY -> Set.of("MessageIdResponse", "ProcessCardBundle");
      case FETCH_DELIVERY -> Set.of("SelectionRule");
      case FETCH_PROCESS_CARD -> Set.of("SelectionRule", "Quantity");
      case PARTIAL_STORE_DELIVERY -> Set.of("MessageId", "Subject", "InfoOnly", "ChunkInformation");
      case PARTIAL_FETCH_DELIVERY -> Set.of("SelectionRule", "ChunkInformation");
      case RESPONSE_TO_GET_MESSAGE_ID -> Set.of("Feedback", "MessageId");
      case RESPONSE_TO_STORE_DELIVERY, RESPONSE_TO_FORWARD_DELIVERY ->
          Set.of("Feedback", "ProcessCardBundle");
      case RESPONSE_TO_FETCH_DELIVERY -> Set.of("Feedback", "fetchDelivery", "ProcessCardBundle");
      case RESPONSE_TO_FETCH_PROCESS_CARD ->
          Set.of("Feedback", "fetchProcessCard", "ProcessCardBundle");
      case RESPONSE_TO_MEDIATE_DELIVERY ->
          Set.of("Feedback", "RequestProcessCardBundle", "ReplyProcessCardBundle");
      case RESPONSE_TO_PROCESS_DELIVERY -> Set.of("Feedback", "MessageId", "Subject");
      case RESPONSE_TO_PARTIAL_STORE_DELIVERY ->
          Set.of("InsideFeedback", "Feedback", "ProcessCardBundle", "ChunkInformation");
      case RESPONSE_TO_PARTIAL_FETCH_DELIVERY ->
          Set.of("Feedback", "fetchDelivery", "ChunkInformation", "MessageId");
      case RESPONSE_TO_INIT_DIALOG, RESPONSE_TO_EXIT_DIALOG, RESPONSE_TO_ACCEPT_DELIVERY ->
          Set.of("Feedback");
      default -> Set.of();
    };
  }

  private void child(String name) throws OsciException {
    switch (name) {
      case "MessageId" -> order.messageId(Values.messageId(cursor));
      case "MessageIdResponse" -> order.messageIdResponse(Values.messageId(cursor));
      case "Subject" -> order.subject(Values.text(cursor));
      case "ContentReceiver" -> {
        order.contentReceiver(cursor.attribute("URI"));
        cursor.requireEmpty();
      }
      case "SelectionRule" -> order.selection(SelectionXml.read(cursor));
      case "Quantity" -> {
        order.quantityLimit(Values.number(cursor, "Limit"));
        cursor.requireEmpty();
      }
      case "fetchDelivery", "fetchProcessCard" -> echo();
      case "Feedback" -> order.feedback(feedback());
      case "InsideFeedback" -> order.insideFeedback(feedback());
      case "ProcessCardBundle", "RequestProcessCardBundle" ->
          cards.add(ProcessCardReader.read(cursor));
      case "ReplyProcessCardBundle" -> order.replyProcessCard(ProcessCardReader.read(cursor));
      case "ChunkInformation" -> order.chunk(chunk());
      case "InfoOnly" -> {
        order.infoOnly(true);
        cursor.skip();
      }
      default -> throw Values.unexpected(cursor);
    }
  }

  private void echo() throws OsciException {
    while (cursor.nextChild()) {
      switch (cursor.localName()) {
        case "SelectionRule", "Quantity" -> child(cursor.localName());
        default -> throw Values.unexpected(cursor);
      }
    }
  }

  private Feedback feedback() throws OsciException {
    List<Feedback.Entry> entries = new ArrayList<>();
    while (cursor.nextChild()) {
      cursor.require(Namespaces.OSCI, "Entry");
      String language = cursor.attribute(Namespaces.XML, "lang");
      String code = null;
      String text = "";
      while (cursor.nextChild()) {
        switch (cursor.localName()) {
          case "Code" -> code = Values.text(cursor).trim();
          case "Text" -> text = Values.text(cursor);
          default -> throw Values.unexpected(cursor);
        }
      }
      if (code == null || !code.matches("[0-9]{1,9}")) {
        throw new OsciException(Rule.STRUCTURE, "feedback without a code");
      }
      entries.add(new Feedback.Entry(code, language, text));
    }
    if (entries.isEmpty()) {
      throw new OsciException(Rule.STRUCTURE, "Feedback is empty");
    }
    return new Feedback(entries);
  }

  private ChunkInformation chunk() throws OsciException {
    String received = cursor.attribute("ReceivedChunks");
    List<Long> numbers = null;
    if (received != null) {
      numbers = new ArrayList<>();
      for (String number : received.split("[\\s,;\\[\\]]+")) {
        if (number.matches("[0-9]{1,18}")) {
          numbers.add(Long.valueOf(number));
        } else if (!number.isEmpty()) {
          throw new OsciException(Rule.STRUCTURE, "ReceivedChunks is no list of numbers");
        }
      }
    }
    ChunkInformation chunk =
        new ChunkInformation(
            Values.integer(cursor, "ChunkNumber"),
            Values.integer(cursor, "ChunkSize"),
            Values.integer(cursor, "TotalChunkNumbers"),
            Values.integer(cursor, "TotalMessageSize"),
            numbers);
    cursor.requireEmpty();
    return chunk;
  }

  /** Reads a soap:Fault; its children stand with and without prefix in the field. */
  public static Order fault(XmlCursor cursor) throws OsciException {
    String faultCode = "";
    String text = "";
    String code = null;
    while (cursor.nextChild()) {
      switch (cursor.localName()) {
        case "faultcode" -> faultCode = Values.text(cursor).trim();
        case "faultstring" -> text = Values.text(cursor);
        case "detail" -> {
          while (cursor.nextChild()) {
            if (cursor.is(Namespaces.OSCI, "Code")) {
              code = Values.text(cursor).trim();
            } else {
              cursor.skip();
            }
          }
        }
        default -> cursor.skip();
      }
    }
    return Order.builder().fault(new Fault(code, faultCode.endsWith("Server"), text)).build();
  }
}
