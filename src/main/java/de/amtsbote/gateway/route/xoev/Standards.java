package de.amtsbote.gateway.route.xoev;

import de.amtsbote.gateway.message.Message;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which releases count for a message: those of the German day on which it came in. */
public final class Standards {

  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

  private Standards() {}

  /** The day of a message; the verdict on it stays the same however late it is worked on. */
  public static LocalDate day(Message message) {
    return message.receivedAt().atZone(GERMANY).toLocalDate();
  }
}
