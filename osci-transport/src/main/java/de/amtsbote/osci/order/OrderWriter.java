package de.amtsbote.osci.order;

import de.amtsbote.osci.model.ChunkInformation;
import de.amtsbote.osci.model.Fault;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.xml.Escape;
import java.util.stream.Collectors;

/** Writes what stands inside of an order element, in the sequence of its type (K§5). */
public final class OrderWriter {

  private final Order order;
  private final StringBuilder xml = new StringBuilder();

  private OrderWriter(Order order) {
    this.order = order;
  }

  /** The children of the order element; of the fault element for a fault. */
  public static String children(MessageType type, Order order) {
    return new OrderWriter(order).write(type);
  }

  private String write(MessageType type) {
    if (type == MessageType.SOAP_FAULT) {
      fault(order.fault());
    } else if (type.isAnswer()) {
      answer(type);
    } else {
      request(type);
    }
    return xml.toString();
  }

  private void request(MessageType type) {
    switch (type) {
      case STORE_DELIVERY -> delivery();
      case FORWARD_DELIVERY, MEDIATE_DELIVERY -> {
        xml.append("<osci:ContentReceiver URI=\"");
        xml.append(Escape.attribute(order.contentReceiver())).append("\"></osci:ContentReceiver>");
        delivery();
      }
      case ACCEPT_DELIVERY -> processCards("ProcessCardBundle");
      case PROCESS_DELIVERY -> {
        messageId("MessageIdResponse", order.messageIdResponse());
        processCards("ProcessCardBundle");
      }
      case FETCH_DELIVERY -> selection();
      case FETCH_PROCESS_CARD -> selectionWithLimit();
      case PARTIAL_STORE_DELIVERY -> {
        delivery();
        if (order.infoOnly()) {
          xml.append("<osci2017:InfoOnly></osci2017:InfoOnly>");
        } else {
          chunk();
        }
      }
      case PARTIAL_FETCH_DELIVERY -> {
        selection();
        chunk();
      }
      default -> {
        // initDialog, exitDialog and getMessageId have no children
      }
    }
  }

  private void answer(MessageType type) {
    if (type == MessageType.RESPONSE_TO_PARTIAL_STORE_DELIVERY && order.insideFeedback() != null) {
      feedback("osci2017:InsideFeedback", order.insideFeedback());
    }
    feedback("osci:Feedback", order.feedback());
    switch (type) {
      case RESPONSE_TO_GET_MESSAGE_ID -> messageId("MessageId", order.messageId());
      case RESPONSE_TO_STORE_DELIVERY, RESPONSE_TO_FORWARD_DELIVERY ->
          processCards("ProcessCardBundle");
      case RESPONSE_TO_FETCH_DELIVERY -> {
        fetchDeliveryEcho();
        processCards("ProcessCardBundle");
      }
      case RESPONSE_TO_FETCH_PROCESS_CARD -> {
        xml.append("<osci:fetchProcessCard>");
        selectionWithLimit();
        xml.append("</osci:fetchProcessCard>");
        processCards("ProcessCardBundle");
      }
      case RESPONSE_TO_MEDIATE_DELIVERY -> {
        processCards("RequestProcessCardBundle");
        if (order.replyProcessCard() != null) {
          ProcessCardWriter.write(xml, "ReplyProcessCardBundle", order.replyProcessCard());
        }
      }
      case RESPONSE_TO_PROCESS_DELIVERY -> delivery();
      case RESPONSE_TO_PARTIAL_STORE_DELIVERY -> {
        processCards("ProcessCardBundle");
        chunk();
      }
      case RESPONSE_TO_PARTIAL_FETCH_DELIVERY -> {
        fetchDeliveryEcho();
        chunk();
        messageId("MessageId", order.messageId());
      }
      default -> {
        // nothing but feedback
      }
    }
  }

  private void fault(Fault fault) {
    xml.append("<faultcode>soap:").append(fault.server() ? "Server" : "Client");
    xml.append("</faultcode><faultstring>").append(Escape.text(fault.text()));
    xml.append("</faultstring>");
    if (fault.code() != null) {
      xml.append("<detail><osci:Code>").append(Escape.text(fault.code()));
      xml.append("</osci:Code></detail>");
    }
  }

  private void delivery() {
    messageId("MessageId", order.messageId());
    if (order.subject() != null && order.messageId() != null) {
      xml.append("<osci:Subject>").append(Escape.text(order.subject())).append("</osci:Subject>");
    }
  }

  private void messageId(String name, MessageId id) {
    if (id != null) {
      xml.append("<osci:").append(name).append('>').append(id.toWire());
      xml.append("</osci:").append(name).append('>');
    }
  }

  private void processCards(String name) {
    order.processCards().forEach(card -> ProcessCardWriter.write(xml, name, card));
  }

  private void fetchDeliveryEcho() {
    xml.append("<osci:fetchDelivery>");
    selection();
    xml.append("</osci:fetchDelivery>");
  }

  private void selection() {
    SelectionXml.write(xml, order.selection());
  }

  private void selectionWithLimit() {
    selection();
    if (order.quantityLimit() != null) {
      xml.append("<osci:Quantity Limit=\"").append(order.quantityLimit());
      xml.append("\"></osci:Quantity>");
    }
  }

  private void feedback(String name, Feedback feedback) {
    xml.append('<').append(name).append('>');
    for (Feedback.Entry entry : feedback.entries()) {
      xml.append("<osci:Entry");
      if (entry.language() != null) {
        xml.append(" xml:lang=\"").append(Escape.attribute(entry.language())).append('"');
      }
      xml.append("><osci:Code>").append(Escape.text(entry.code()));
      xml.append("</osci:Code><osci:Text>").append(Escape.text(entry.text()));
      xml.append("</osci:Text></osci:Entry>");
    }
    xml.append("</").append(name).append('>');
  }

  private void chunk() {
    ChunkInformation chunk = order.chunk();
    if (chunk == null) {
      return;
    }
    xml.append("<osci2017:ChunkInformation");
    number("ChunkNumber", chunk.number());
    number("ChunkSize", chunk.size());
    if (chunk.received() != null) {
      String list = chunk.received().stream().map(String::valueOf).collect(Collectors.joining(" "));
      xml.append(" ReceivedChunks=\"").append(list).append('"');
    }
    number("TotalChunkNumbers", chunk.total());
    number("TotalMessageSize", chunk.totalSize());
    xml.append("></osci2017:ChunkInformation>");
  }

  private void number(String name, Long value) {
    if (value != null) {
      xml.append(' ').append(name).append("=\"").append(value).append('"');
    }
  }
}
