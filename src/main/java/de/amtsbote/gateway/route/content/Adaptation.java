package de.amtsbote.gateway.route.content;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.xoev.quirk.Quirk;
import de.amtsbote.xoev.quirk.QuirkProfile;
import de.amtsbote.xoev.quirk.SchemaHint;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The payload the way a partner wants it; strict for every partner without quirks.
 *
 * @param payload what is to be written
 * @param applied what is different for this partner
 */
public record Adaptation(RoutePart payload, Set<Quirk> applied) {

  public Adaptation {
    applied = Set.copyOf(applied);
  }

  /**
   * Writes the payload for a partner.
   *
   * @param kinds the quirks that this way of handing over can serve
   * @throws GatewayException CONTENT_UNSUITABLE when the payload cannot be written that way
   */
  public static Adaptation of(RoutePart payload, QuirkProfile quirks, Set<Quirk> kinds) {
    var applied = EnumSet.noneOf(Quirk.class);
    var written = payload;
    if (kinds.contains(Quirk.WANTS_SCHEMA_LOCATION)) {
      var location = quirks.value(Quirk.WANTS_SCHEMA_LOCATION);
      if (location.isPresent()) {
        applied.add(Quirk.WANTS_SCHEMA_LOCATION);
        written = hinted(payload, location.get());
      }
    }
    if (kinds.contains(Quirk.WANTS_FILE_NAME) && quirks.has(Quirk.WANTS_FILE_NAME)) {
      applied.add(Quirk.WANTS_FILE_NAME);
      written =
          new RoutePart(
              quirks.value(Quirk.WANTS_FILE_NAME).orElseThrow(),
              written.mediaType(),
              written.seal(),
              written.source());
    }
    return new Adaptation(written, applied);
  }

  private static RoutePart hinted(RoutePart payload, String location) {
    try {
      var hinted = SchemaHint.on(payload.source()::open, location);
      return new RoutePart(payload.name(), payload.mediaType(), Optional.empty(), hinted::open);
    } catch (IOException e) {
      throw new GatewayException(
          ErrorCode.CONTENT_UNSUITABLE, "the payload takes no schema location", e);
    }
  }

  /** Writes into the timeline what was done for the partner; once, not for every attempt. */
  public void note(MessageStore store, Message message, String partner) {
    if (!applied.isEmpty() && !isNoted(store, message, partner)) {
      store.note(
          message.id(),
          TimelineEvent.ADAPTED,
          Note.of(Map.of("partner", partner, "quirks", keys(applied))));
    }
  }

  private static boolean isNoted(MessageStore store, Message message, String partner) {
    return store.timeline(message.id()).stream()
        .filter(entry -> entry.event() == TimelineEvent.ADAPTED)
        .anyMatch(entry -> partner.equals(entry.details().get("partner")));
  }

  /** The quirks as they stand in the directory. */
  public static String keys(Set<Quirk> quirks) {
    return quirks.stream().map(Quirk::key).sorted().collect(Collectors.joining(", "));
  }
}
