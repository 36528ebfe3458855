package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.Level;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How one validation is done.
 *
 * @param levels levels to run; {@link Level#SAFE} always runs
 * @param day day whose releases count (the day of the message); empty for today
 * @param production true when a message with a test flag must be refused
 * @param limits what the message may cost
 */
public record ValidationOptions(
    Set<Level> levels, Optional<LocalDate> day, boolean production, Limits limits) {

  /** All levels, today's releases, test messages allowed. */
  public static final ValidationOptions ALL =
      new ValidationOptions(EnumSet.allOf(Level.class), Optional.empty(), false, Limits.DEFAULT);

  public ValidationOptions {
    levels = Set.copyOf(levels);
  }

  /** The same with these levels. */
  public ValidationOptions withLevels(Set<Level> others) {
    return new ValidationOptions(others, day, production, limits);
  }

  /** The same for releases of this day. */
  public ValidationOptions on(LocalDate date) {
    return new ValidationOptions(levels, Optional.of(date), production, limits);
  }

  /** The same for a productive receiver: a test flag is an error. */
  public ValidationOptions inProduction() {
    return new ValidationOptions(levels, day, true, limits);
  }

  /** The same within these limits. */
  public ValidationOptions within(Limits others) {
    return new ValidationOptions(levels, day, production, others);
  }
}
