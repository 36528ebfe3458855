package de.amtsbote.gateway.message;

import java.io.IOException;

/** Makes messages whose author named a last day. */
public final class LastDays {

  private LastDays() {}

  /** A message of the account {@code portal}. */
  public static MessageId accept(MessageKit kit, EntryKind entry, String lastDay)
      throws IOException {
    try (var intake = kit.store.intake()) {
      intake.add(PartRole.PAYLOAD, "payload", "text/xml", MessageKit.bytes("<a/>"));
      var id =
          intake
              .commit(
                  new NewMessage(
                      "stadt", new Entry(entry, "portal"), null, Traits.addressedTo("r", "s")))
              .id();
      kit.jdbc.update(
          "insert into correlation (message_id, tenant, obsolete_after) values (?, 'stadt', ?::date)",
          id.value(),
          lastDay);
      return id;
    }
  }
}
