package de.amtsbote.gateway.route.amtsbote;

import org.apache.camel.spi.Metadata;

/** Headers that a stored message brings into its route. */
public final class AmtsboteConstants {

  @Metadata(
      label = "consumer",
      description = "The id of the message (UUIDv7).",
      javaType = "String")
  public static final String MESSAGE_ID = "AmtsboteMessageId";

  @Metadata(
      label = "consumer",
      description = "The tenant (Mandant) the message belongs to.",
      javaType = "String")
  public static final String TENANT = "AmtsboteTenant";

  @Metadata(
      label = "consumer",
      description =
          "The entry the message came in by: rest, xta, xta-mailbox, osci-mailbox,"
              + " osci-push, fit-connect, reply or route.",
      javaType = "String")
  public static final String ENTRY = "AmtsboteEntry";

  @Metadata(
      label = "consumer",
      description = "The account of the entry: portal account, mailbox, or route for submit.",
      javaType = "String")
  public static final String ACCOUNT = "AmtsboteAccount";

  @Metadata(
      description = "The service (Leistung) given with the submission, if any.",
      javaType = "String")
  public static final String SERVICE = "AmtsboteService";

  @Metadata(
      description = "The key of the reader given with the submission, if any.",
      javaType = "String")
  public static final String READER = "AmtsboteReader";

  @Metadata(
      label = "consumer",
      description = "The SHA-256 of the payload as it was handed in, in hex.",
      javaType = "String")
  public static final String PAYLOAD_SHA256 = "AmtsbotePayloadSha256";

  @Metadata(
      label = "consumer",
      description = "What the sender of the message calls its case, if it said so.",
      javaType = "String")
  public static final String PROCESS_REF = "AmtsboteProcessRef";

  @Metadata(
      label = "consumer",
      description = "The id of the message that this one answers, if it answers one.",
      javaType = "String")
  public static final String IN_REPLY_TO = "AmtsboteInReplyTo";

  @Metadata(
      label = "consumer",
      description = "The entry by which the message came in that this one answers.",
      javaType = "String")
  public static final String ANSWERED_ENTRY = "AmtsboteAnsweredEntry";

  @Metadata(
      label = "consumer",
      description =
          "The account of that entry: portal account, mailbox, or server for an XTA mailbox.",
      javaType = "String")
  public static final String ANSWERED_ACCOUNT = "AmtsboteAnsweredAccount";

  @Metadata(
      label = "producer",
      description =
          "For submit: the key under which a repeat is recognised; without it the SHA-256 of the"
              + " body, and the file name where there is one.",
      javaType = "String")
  public static final String IDEMPOTENCY_KEY = "AmtsboteIdempotencyKey";

  private AmtsboteConstants() {}
}
