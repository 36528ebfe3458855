package de.amtsbote.osci.wire;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.FeatureDescription;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.QualityOfTimestamp;
import de.amtsbote.osci.model.RoleCertificates;
import java.util.List;
import java.util.Objects;

/**
 * Everything a message says, before it is signed and encrypted.
 *
 * @param type order, answer or fault
 * @param control dialog data
 * @param order business values
 * @param certificates of all roles; whoever signs must be among them
 * @param languages for feedback texts, in requests
 * @param qualities wanted times
 * @param features what we can do; null: not said
 * @param headers blocks of foreign name spaces
 * @param content the delivery
 */
public record OutgoingMessage(
    MessageType type,
    ControlBlock control,
    Order order,
    RoleCertificates certificates,
    List<String> languages,
    List<QualityOfTimestamp> qualities,
    FeatureDescription features,
    List<HeaderBlock> headers,
    ContentPackage content) {

  /** Copies the lists. */
  public OutgoingMessage {
    Objects.requireNonNull(type);
    languages = List.copyOf(languages);
    qualities = List.copyOf(qualities);
    headers = List.copyOf(headers);
  }

  /** Starts a message with our features, German texts in requests, and the qualities required. */
  public static Builder of(MessageType type, ControlBlock control) {
    return new Builder(type, control);
  }

  /** Collects the values of a message. */
  public static final class Builder {
    private final MessageType type;
    private final ControlBlock control;
    private Order order = Order.EMPTY;
    private RoleCertificates certificates = RoleCertificates.NONE;
    private List<String> languages = List.of("de");
    private List<QualityOfTimestamp> qualities;
    private FeatureDescription features = FeatureDescription.OURS;
    private List<HeaderBlock> headers = List.of();
    private ContentPackage content = ContentPackage.EMPTY;

    private Builder(MessageType type, ControlBlock control) {
      this.type = type;
      this.control = control;
    }

    /** Sets the business values. */
    public Builder order(Order value) {
      order = value;
      return this;
    }

    /** Sets the certificates. */
    public Builder certificates(RoleCertificates value) {
      certificates = value;
      return this;
    }

    /** Sets the languages for feedback. */
    public Builder languages(List<String> value) {
      languages = value;
      return this;
    }

    /** Sets the wanted times instead of plain ones where they are required. */
    public Builder qualities(List<QualityOfTimestamp> value) {
      qualities = value;
      return this;
    }

    /** Sets the announced features; null announces nothing. */
    public Builder features(FeatureDescription value) {
      features = value;
      return this;
    }

    /** Sets foreign header blocks. */
    public Builder headers(List<HeaderBlock> value) {
      headers = value;
      return this;
    }

    /** Sets the delivery. */
    public Builder content(ContentPackage value) {
      content = value;
      return this;
    }

    /** The message. */
    public OutgoingMessage build() {
      return new OutgoingMessage(
          type,
          control,
          order,
          certificates,
          type.isAnswer() ? List.of() : languages,
          qualities == null ? requiredQualities() : qualities,
          features,
          headers,
          content);
    }

    private List<QualityOfTimestamp> requiredQualities() {
      List<QualityOfTimestamp> both =
          List.of(QualityOfTimestamp.PLAIN_CREATION, QualityOfTimestamp.PLAIN_RECEPTION);
      return switch (type) {
        case STORE_DELIVERY, FORWARD_DELIVERY -> both;
        case MEDIATE_DELIVERY, RESPONSE_TO_PROCESS_DELIVERY ->
            order.messageId() == null ? List.of() : both;
        case PARTIAL_STORE_DELIVERY -> List.of(QualityOfTimestamp.PLAIN_CREATION);
        default -> List.of();
      };
    }
  }
}
