package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionKind;
import java.time.Instant;
import java.util.List;

/**
 * The process cards (Laufzettel) of OSCI hand-overs as small documents, in OSCI 1.2's own terms.
 */
final class ProcessCards {

  private static final String OSCI = "http://www.osci.de/2002/04/osci";

  private ProcessCards() {}

  static List<String> of(List<Transmission> handovers) {
    return handovers.stream()
        .filter(it -> it.kind() == TransmissionKind.OSCI && it.card().created() != null)
        .map(ProcessCards::document)
        .toList();
  }

  private static String document(Transmission handover) {
    var card = handover.card();
    return "<osci:ProcessCardBundle xmlns:osci=\"%s\"><osci:MessageId>%s</osci:MessageId><osci:ProcessCard>%s%s%s</osci:ProcessCard></osci:ProcessCardBundle>"
        .formatted(
            OSCI,
            escaped(handover.osciMessageId()),
            time("Creation", card.created()),
            time("Forwarding", card.forwarded()),
            time("Reception", card.received()));
  }

  private static String time(String name, Instant time) {
    return time == null
        ? ""
        : "<osci:%s><osci:Plain>%s</osci:Plain></osci:%s>".formatted(name, time, name);
  }

  private static String escaped(String text) {
    return String.valueOf(text).replace("&", "&amp;").replace("<", "&lt;");
  }
}
