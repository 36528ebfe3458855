package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.Attachment;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.profile.ValidationProfiles;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How one validation is done.
 *
 * @param levels levels to run; {@link Level#SAFE} always runs
 * @param day day whose releases count (the day of the message); empty for today
 * @param production true when a message with a test flag must be refused
 * @param limits what the message may cost
 * @param profiles what is decided differently for standards and partners
 * @param partner the partner whose profile counts; empty for nobody in particular
 * @param attachments files that came with the message; empty when references are not to be checked
 * @param oldHeader profile of another header that the partner may send; empty for the standard's
 *     only
 */
public record ValidationOptions(
    Set<Level> levels,
    Optional<LocalDate> day,
    boolean production,
    Limits limits,
    ValidationProfiles profiles,
    String partner,
    Optional<List<Attachment>> attachments,
    Optional<String> oldHeader) {

  /** All levels, today's releases, test messages allowed, nothing decided differently. */
  public static final ValidationOptions ALL =
      new ValidationOptions(
          EnumSet.allOf(Level.class),
          Optional.empty(),
          false,
          Limits.DEFAULT,
          ValidationProfiles.NONE,
          "",
          Optional.empty(),
          Optional.empty());

  public ValidationOptions {
    levels = Set.copyOf(levels);
    attachments = attachments.map(List::copyOf);
  }

  /** The same with these levels. */
  public ValidationOptions withLevels(Set<Level> others) {
    return new ValidationOptions(
        others, day, production, limits, profiles, partner, attachments, oldHeader);
  }

  /** The same for releases of this day. */
  public ValidationOptions on(LocalDate date) {
    return new ValidationOptions(
        levels, Optional.of(date), production, limits, profiles, partner, attachments, oldHeader);
  }

  /** The same for a productive receiver: a test flag is an error. */
  public ValidationOptions inProduction() {
    return new ValidationOptions(
        levels, day, true, limits, profiles, partner, attachments, oldHeader);
  }

  /** The same for a receiver of tests: a test flag is no error. */
  public ValidationOptions takingTests() {
    return new ValidationOptions(
        levels, day, false, limits, profiles, partner, attachments, oldHeader);
  }

  /** The same within these limits. */
  public ValidationOptions within(Limits others) {
    return new ValidationOptions(
        levels, day, production, others, profiles, partner, attachments, oldHeader);
  }

  /** The same with what is decided for the message's standard and this partner. */
  public ValidationOptions under(ValidationProfiles decided, String forPartner) {
    return new ValidationOptions(
        levels, day, production, limits, decided, forPartner, attachments, oldHeader);
  }

  /** The same with the references of the message checked against the files that came with it. */
  public ValidationOptions withAttachments(List<Attachment> came) {
    return new ValidationOptions(
        levels, day, production, limits, profiles, partner, Optional.of(came), oldHeader);
  }

  /**
   * The same for a partner who still sends another header: violations of the schema inside of it
   * are warnings, and it is read by its own profile.
   *
   * @param profile g2g, nachrichtenkopf, xdomea, xjustiz or elements
   */
  public ValidationOptions toleratingHeader(String profile) {
    return new ValidationOptions(
        levels, day, production, limits, profiles, partner, attachments, Optional.of(profile));
  }
}
