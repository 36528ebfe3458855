package de.amtsbote.gateway.route.osci;

import org.apache.camel.spi.Metadata;

/** Headers that {@code osci:} endpoints set. */
public final class OsciConstants {

  @Metadata(
      description = "The OSCI message id under which the intermediary keeps the message.",
      javaType = "String")
  public static final String MESSAGE_ID = "OsciMessageId";

  private OsciConstants() {}
}
