package de.amtsbote.xoev.standard;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a version of a standard is in force.
 *
 * @param from first day, empty for always
 * @param until last day, empty for open end
 * @param graceDays days after the last day on which late messages are still taken
 */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> until, int graceDays) {

  /** In force on every day. */
  public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty(), 0);

  /** True when a message of this day is taken, grace days included. */
  public boolean accepts(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(last -> !day.isAfter(last.plusDays(graceDays))).orElse(true);
  }
}
