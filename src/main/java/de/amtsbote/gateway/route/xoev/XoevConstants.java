package de.amtsbote.gateway.route.xoev;

import org.apache.camel.spi.Metadata;

/** Headers that {@code xoev:header} sets from the header of the message, and reply reads. */
public final class XoevConstants {

  @Metadata(description = "The standard the message belongs to.", javaType = "String")
  public static final String STANDARD = "XoevStandard";

  @Metadata(description = "The version of the standard.", javaType = "String")
  public static final String VERSION = "XoevVersion";

  @Metadata(
      description =
          "The message type: the code at the end of its root element, else the name of it.",
      javaType = "String")
  public static final String MESSAGE_TYPE = "XoevMessageType";

  @Metadata(description = "The key of the author, such as ags:99000001.", javaType = "String")
  public static final String AUTHOR = "XoevAuthor";

  @Metadata(description = "The key of the reader.", javaType = "String")
  public static final String READER = "XoevReader";

  @Metadata(description = "The UUID the author gave to the message.", javaType = "String")
  public static final String MESSAGE_UUID = "XoevMessageUuid";

  @Metadata(
      description = "For reply: the number of the case that the answer names.",
      javaType = "String")
  public static final String CASE_NUMBER = "XoevCaseNumber";

  @Metadata(description = "For reply: the code of the state of the case.", javaType = "String")
  public static final String STATUS = "XoevStatus";

  private XoevConstants() {}
}
