package de.amtsbote.gateway.directory;

import java.util.Arrays;
import java.util.Optional;

/** How a service is talked to, as OSCI service descriptions say it (communicationType). */
public enum Communication {
  /** Messages wait in a mailbox. */
  MAILBOX("one-way-active"),
  /** The intermediary brings messages. */
  PUSH("one-way-passive"),
  /** A message is answered at once. */
  DIALOG("request-response");

  private final String type;

  Communication(String type) {
    this.type = type;
  }

  /** What a communicationType means; empty when it is none of the three. */
  public static Optional<Communication> of(String type) {
    return Arrays.stream(values()).filter(it -> it.type.equalsIgnoreCase(type)).findFirst();
  }
}
