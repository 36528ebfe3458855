package de.amtsbote.osci.model;

import java.util.List;
import java.util.Optional;

/**
 * The business values of an order or answer; which of them occur depends on the message type
 * (OSCI-Transport 1.2, K§5). A value that is not there is null or an empty list.
 *
 * @param messageId of the delivery; in partialStoreDelivery with its suffix
 * @param subject readable by the intermediary
 * @param contentReceiver URI of the passive recipient
 * @param selection which deliveries or process cards
 * @param quantityLimit how many process cards at most
 * @param messageIdResponse id reserved for the answer of a processDelivery
 * @param feedback of an answer
 * @param insideFeedback of the order inside a chunked transfer
 * @param processCards of the delivery or deliveries
 * @param replyProcessCard of the answer delivery of a mediateDelivery
 * @param chunk slice of a chunked transfer
 * @param infoOnly partialStoreDelivery that only asks which chunks arrived
 * @param fault of a SOAP fault
 */
public record Order(
    MessageId messageId,
    String subject,
    String contentReceiver,
    SelectionRule selection,
    Long quantityLimit,
    MessageId messageIdResponse,
    Feedback feedback,
    Feedback insideFeedback,
    List<ProcessCardBundle> processCards,
    ProcessCardBundle replyProcessCard,
    ChunkInformation chunk,
    boolean infoOnly,
    Fault fault) {

  /** An order without values, such as initDialog. */
  public static final Order EMPTY = builder().build();

  /** Copies the lists. */
  public Order {
    processCards = List.copyOf(processCards);
  }

  /** Starts an order without values. */
  public static Builder builder() {
    return new Builder();
  }

  /** The first process card, if there is one. */
  public Optional<ProcessCardBundle> processCard() {
    return processCards.stream().findFirst();
  }

  /** Sets the values that the message type has. */
  public static final class Builder {
    private MessageId messageId;
    private String subject;
    private String contentReceiver;
    private SelectionRule selection;
    private Long quantityLimit;
    private MessageId messageIdResponse;
    private Feedback feedback;
    private Feedback insideFeedback;
    private List<ProcessCardBundle> processCards = List.of();
    private ProcessCardBundle replyProcessCard;
    private ChunkInformation chunk;
    private boolean infoOnly;
    private Fault fault;

    private Builder() {}

    /** Sets the id of the delivery. */
    public Builder messageId(MessageId value) {
      messageId = value;
      return this;
    }

    /** Sets the subject. */
    public Builder subject(String value) {
      subject = value;
      return this;
    }

    /** Sets the URI of the passive recipient. */
    public Builder contentReceiver(String value) {
      contentReceiver = value;
      return this;
    }

    /** Sets what is asked for. */
    public Builder selection(SelectionRule value) {
      selection = value;
      return this;
    }

    /** Sets how many process cards are wanted at most. */
    public Builder quantityLimit(Long value) {
      quantityLimit = value;
      return this;
    }

    /** Sets the id reserved for the answer delivery. */
    public Builder messageIdResponse(MessageId value) {
      messageIdResponse = value;
      return this;
    }

    /** Sets the feedback of an answer. */
    public Builder feedback(Feedback value) {
      feedback = value;
      return this;
    }

    /** Sets the feedback of the order inside a chunked transfer. */
    public Builder insideFeedback(Feedback value) {
      insideFeedback = value;
      return this;
    }

    /** Sets the process cards. */
    public Builder processCards(List<ProcessCardBundle> value) {
      processCards = value;
      return this;
    }

    /** Sets the one process card. */
    public Builder processCard(ProcessCardBundle value) {
      processCards = value == null ? List.of() : List.of(value);
      return this;
    }

    /** Sets the card of the answer delivery. */
    public Builder replyProcessCard(ProcessCardBundle value) {
      replyProcessCard = value;
      return this;
    }

    /** Sets the slice. */
    public Builder chunk(ChunkInformation value) {
      chunk = value;
      return this;
    }

    /** Asks only which chunks arrived. */
    public Builder infoOnly(boolean value) {
      infoOnly = value;
      return this;
    }

    /** Sets the fault. */
    public Builder fault(Fault value) {
      fault = value;
      return this;
    }

    /** The order. */
    public Order build() {
      return new Order(
          messageId,
          subject,
          contentReceiver,
          selection,
          quantityLimit,
          messageIdResponse,
          feedback,
          insideFeedback,
          processCards,
          replyProcessCard,
          chunk,
          infoOnly,
          fault);
    }
  }
}
