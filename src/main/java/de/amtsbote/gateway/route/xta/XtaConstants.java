package de.amtsbote.gateway.route.xta;

import org.apache.camel.spi.Metadata;

/** Headers that {@code xta:} endpoints set. */
public final class XtaConstants {

  @Metadata(
      description = "The XTA message id under which the server knows the message.",
      javaType = "String")
  public static final String MESSAGE_ID = "XtaMessageId";

  private XtaConstants() {}
}
