package de.amtsbote.gateway.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes times as people here read them. */
@Component
class Times {

  private final DateTimeFormatter format;

  Times(@Value("${amtsbote.console.zone}") ZoneId zone) {
    this.format = DateTimeFormatter.ofPattern("dd.MM.uuuu, HH:mm:ss", Locale.GERMAN).withZone(zone);
  }

  /** The time, or nothing when there is none. */
  String text(Instant time) {
    return time == null ? "" : format.format(time);
  }
}
