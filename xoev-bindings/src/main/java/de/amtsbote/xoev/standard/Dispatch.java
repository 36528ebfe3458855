package de.amtsbote.xoev.standard;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.Place;
import java.util.List;

/**
 * Which standard a message belongs to; decided from its first elements, before any schema is asked.
 */
public sealed interface Dispatch {

  /** The message belongs to this package and is of a type that it knows. */
  record Known(StandardPackage standard, MessageRoot root) implements Dispatch {}

  /**
   * No installed standard has messages in this namespace.
   *
   * @param at where the root element stands
   */
  record UnknownStandard(MessageRoot root, Place at) implements Dispatch {}

  /**
   * The standard is known, but this version is not installed or not in force on that day.
   *
   * @param at where the root element stands
   * @param standard short name of the standard
   * @param version the version the message asks for, empty when it does not say
   * @param installed versions that are installed
   * @param outOfForce true when the version is installed but not in force
   */
  record VersionNotAvailable(
      MessageRoot root,
      Place at,
      String standard,
      String version,
      List<String> installed,
      boolean outOfForce)
      implements Dispatch {

    public VersionNotAvailable {
      installed = List.copyOf(installed);
    }
  }

  /**
   * Standard and version are known, but no message type of this name.
   *
   * @param at where the root element stands
   */
  record UnknownMessageType(StandardPackage standard, MessageRoot root, Place at)
      implements Dispatch {}

  /** The first elements cannot be read: not XML, or refused by the safe level. */
  record Unreadable(Finding finding) implements Dispatch {}
}
