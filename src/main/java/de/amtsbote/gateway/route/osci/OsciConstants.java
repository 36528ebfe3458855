package de.amtsbote.gateway.route.osci;

import org.apache.camel.spi.Metadata;

/** Headers that {@code osci:} endpoints set. */
public final class OsciConstants {

  @Metadata(
      description = "The OSCI message id under which the intermediary keeps the message.",
      javaType = "String")
  public static final String MESSAGE_ID = "OsciMessageId";

  @Metadata(
      description = "The message that holds what the partner answered to osci:mediate, if it did.",
      javaType = "String")
  public static final String REPLY = "OsciReply";

  @Metadata(
      description = "Whether osci:answer found somebody who waited and got the answer.",
      javaType = "Boolean")
  public static final String ANSWERED = "OsciAnswered";

  private OsciConstants() {}
}
