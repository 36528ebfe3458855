package de.amtsbote.gateway.directory;

import java.util.Arrays;
import java.util.Optional;

/** How a service is talked to, as OSCI service descriptions say it (communicationType). */
public enum Communication {
  /** Messages wait in a mailbox. */
  MAILBOX("one-way-active", "store"),
  /** The intermediary brings messages. */
  PUSH("one-way-passive", "forward"),
  /** A message is answered at once. */
  DIALOG("request-response", "mediate");

  private final String type;
  private final String order;

  Communication(String type, String order) {
    this.type = type;
    this.order = order;
  }

  /** The OSCI order that brings a message there: store, forward or mediate. */
  public String order() {
    return order;
  }

  /** What a communicationType means; empty when it is none of the three. */
  public static Optional<Communication> of(String type) {
    return Arrays.stream(values()).filter(it -> it.type.equalsIgnoreCase(type)).findFirst();
  }
}
