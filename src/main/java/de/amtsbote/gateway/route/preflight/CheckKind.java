package de.amtsbote.gateway.route.preflight;

import java.util.Locale;

/** What is checked, in this order. The keys are stable. */
public enum CheckKind {
  /** The standard of the message is installed, in its version, and in force on the day. */
  STANDARD,
  /** The sample is valid. */
  CONTENT,
  /** A route takes the message. */
  ROUTE,
  /** The reader is found in the directory, for the service. */
  ENTRY,
  /** Payload and attachments are within all limits. */
  SIZE,
  /** All certificates that sending needs are valid and trusted. */
  CERTIFICATES,
  /** None of them ends soon. */
  EXPIRY,
  /** The intermediary is there and gives a message id. */
  INTERMEDIARY,
  /** The deliveries and XTA servers that the route hands over to can be reached. */
  DELIVERY;

  /** As reports write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
