package de.amtsbote.osci.model;

import java.time.OffsetDateTime;
import java.util.List;

/** Which deliveries or process cards an order asks for; no rule means the oldest unread one. */
public sealed interface SelectionRule {

  /** Those with these ids; exactly one in fetchDelivery and partialFetchDelivery. */
  record ByMessageId(List<MessageId> ids) implements SelectionRule {

    /** Copies the ids. */
    public ByMessageId {
      ids = List.copyOf(ids);
    }
  }

  /** Those received at this time or later; oldest first. */
  record ByReception(OffsetDateTime from, Filter filter) implements SelectionRule {}

  /** Those whose process card changed at this time or later. */
  record ByModification(OffsetDateTime from, Filter filter) implements SelectionRule {}

  /** Whose process cards. */
  enum CardRole {
    ADDRESSEE,
    ORIGINATOR
  }

  /**
   * Narrows a fetchProcessCard by date.
   *
   * @param role null: both roles
   * @param noReception null: not said; true: only cards without reception
   */
  record Filter(CardRole role, Boolean noReception) {

    /** No narrowing. */
    public static final Filter NONE = new Filter(null, null);
  }

  /** The delivery or card with this id. */
  static SelectionRule byId(MessageId id) {
    return new ByMessageId(List.of(id));
  }

  /** Deliveries received from this time on. */
  static SelectionRule receivedSince(OffsetDateTime from) {
    return new ByReception(from, Filter.NONE);
  }

  /** Process cards changed from this time on. */
  static SelectionRule modifiedSince(OffsetDateTime from) {
    return new ByModification(from, Filter.NONE);
  }
}
