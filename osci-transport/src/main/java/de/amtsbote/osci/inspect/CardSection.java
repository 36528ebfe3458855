package de.amtsbote.osci.inspect;

import de.amtsbote.osci.model.Inspection;
import java.util.Locale;
import java.util.Map;

/** What a process card says of the certificates that the intermediary checked. */
final class CardSection {

  private CardSection() {}

  static Map<String, Object> tree(Inspection inspection) {
    var online = inspection.online();
    var tree =
        new Tree()
            .putIfThere("time", EnvelopeSection.time(inspection.timestamp()))
            .put("subject", inspection.subject())
            .put("issuer", inspection.issuer())
            .put("serial", inspection.serial().toString())
            .put("certType", word(inspection.type()))
            .put("mathResult", word(inspection.math()))
            .put("offlineResult", word(inspection.offline()));
    return online == null
        ? tree.build()
        : tree.put("onlineResult", online.revoked() ? "revoked" : "ok").build();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
