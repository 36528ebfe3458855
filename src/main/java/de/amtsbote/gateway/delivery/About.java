package de.amtsbote.gateway.delivery;

import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a receiver is told of a message beside its content; only what is known. */
public final class About {

  private About() {}

  /** The facts by the names that {@link Handover} lists. */
  public static Map<String, String> of(Message message, CorrelationStore correlations) {
    var about = new LinkedHashMap<String, String>();
    var traits = message.traits();
    about.put("standard", traits.standard());
    about.put("version", traits.version());
    about.put("messageType", traits.messageType());
    about.put("author", traits.author());
    about.put("reader", traits.reader());
    about.put("service", traits.service());
    about.put("xoevUuid", traits.xoevUuid());
    about.put("receivedAt", message.receivedAt().toString());
    var known = correlations.of(message.id());
    about.put("processRef", known.processRef());
    if (known.inReplyTo() != null) {
      about.put("inReplyTo", known.inReplyTo().toString());
      about.put("inReplyToId", correlations.of(known.inReplyTo()).externalId());
    }
    about.put("test", known.test() ? "true" : null);
    about.put(
        "obsoleteAfter", known.obsoleteAfter() == null ? null : known.obsoleteAfter().toString());
    about.values().removeIf(it -> it == null);
    return about;
  }
}
