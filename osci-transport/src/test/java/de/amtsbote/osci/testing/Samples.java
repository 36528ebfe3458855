package de.amtsbote.osci.testing;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.EncryptedContainer;
import de.amtsbote.osci.model.ChunkInformation;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.Fault;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.Inspection;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.ProcessCard;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.model.Timestamp;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One message of each type, with every value that the type can have. */
public final class Samples {

  /** What generators of values begin with, so that every build tries the same. */
  public static final String SEED = "20261123";

  public static final OffsetDateTime TIME = OffsetDateTime.parse("2026-11-23T10:00:00.123+01:00");
  public static final MessageId ID = new MessageId("id-äöü-4711");
  public static final byte[] PAYLOAD =
      "<antrag>Müller & Söhne</antrag>".getBytes(StandardCharsets.UTF_8);
  public static final byte[] ATTACHMENT = octets(5000);

  private static final ControlBlock IN_DIALOG =
      new ControlBlock("4711", 3L, "cmVzcG9uc2U=", "Y2g=");
  private static final ControlBlock IMPLICIT_ANSWER = new ControlBlock("4711", 0L, "cg==", null);

  private Samples() {}

  /** Octets without a pattern that could hide a mistake. */
  public static byte[] octets(int count) {
    byte[] octets = new byte[count];
    new Random(count).nextBytes(octets);
    return octets;
  }

  /** One message of each type. */
  public static List<OutgoingMessage> all() {
    List<OutgoingMessage> all = new ArrayList<>(requests());
    all.addAll(answers());
    return all;
  }

  /** A storeDelivery with one signed and encrypted container and an attachment. */
  public static OutgoingMessage store() {
    return store(ContentPackage.of(encrypted(container().build())));
  }

  /** A storeDelivery with this content. */
  public static OutgoingMessage store(ContentPackage content) {
    return OutgoingMessage.of(MessageType.STORE_DELIVERY, ControlBlock.implicit("Y2g="))
        .order(Order.builder().messageId(ID).subject("Betreff <1>").build())
        .certificates(Parties.delivery())
        .headers(List.of(metaData()))
        .content(content)
        .build();
  }

  /** Data and an attachment, signed by the originator. */
  public static ContentContainer.Builder container() {
    return ContentContainer.builder("container0")
        .data("content0", PAYLOAD)
        .attachment("content1", "anlage.bin", () -> new ByteArrayInputStream(ATTACHMENT))
        .signer(ContentSigner.originator(Parties.ORIGINATOR_SIGNATURE));
  }

  /** The container for the addressee. */
  public static EncryptedContainer encrypted(ContentContainer container) {
    return new EncryptedContainer("encrypted0", container, List.of(Parties.ADDRESSEE));
  }

  /** The protection that fits whoever sends the message. */
  public static OrderSecurity fullSecurity(OutgoingMessage message) {
    return switch (message.type()) {
      case RESPONSE_TO_ACCEPT_DELIVERY ->
          new OrderSecurity(Parties.ADDRESSEE_SIGNATURE, Parties.INTERMEDIARY_CIPHER.certificate());
      case RESPONSE_TO_PROCESS_DELIVERY ->
          new OrderSecurity(
              Parties.ORIGINATOR_SIGNATURE, Parties.INTERMEDIARY_CIPHER.certificate());
      case ACCEPT_DELIVERY, PROCESS_DELIVERY ->
          new OrderSecurity(
              Parties.INTERMEDIARY_SIGNATURE, Parties.INTERMEDIARY_CIPHER.certificate());
      default ->
          new OrderSecurity(
              message.type().isAnswer()
                  ? Parties.INTERMEDIARY_SIGNATURE
                  : Parties.ORIGINATOR_SIGNATURE,
              Parties.INTERMEDIARY_CIPHER.certificate());
    };
  }

  private static HeaderBlock metaData() {
    String xml =
        "<m:MetaData xmlns:m=\"urn:example:meta\" Id='MetaData'><m:Size a='2' b=\"1\"/></m:MetaData>";
    return new HeaderBlock(
        "MetaData", "urn:example:meta", "MetaData", xml.getBytes(StandardCharsets.UTF_8));
  }

  private static List<OutgoingMessage> requests() {
    Order delivery = Order.builder().messageId(ID).subject("Betreff").build();
    Order forward =
        Order.builder()
            .messageId(ID)
            .subject("Betreff")
            .contentReceiver("http://localhost:1/a?b=c&d")
            .build();
    ContentPackage content = ContentPackage.of(encrypted(container().build()));
    return List.of(
        request(MessageType.INIT_DIALOG, ControlBlock.challenge("Y2g="), Order.EMPTY).build(),
        request(MessageType.EXIT_DIALOG, IN_DIALOG, Order.EMPTY).build(),
        request(MessageType.GET_MESSAGE_ID, ControlBlock.implicit("Y2g="), Order.EMPTY).build(),
        store(),
        request(
                MessageType.FETCH_DELIVERY,
                IN_DIALOG,
                Order.builder().selection(SelectionRule.receivedSince(TIME)).build())
            .build(),
        request(
                MessageType.FETCH_PROCESS_CARD,
                IN_DIALOG,
                Order.builder()
                    .selection(
                        new SelectionRule.ByModification(
                            TIME,
                            new SelectionRule.Filter(SelectionRule.CardRole.ORIGINATOR, true)))
                    .quantityLimit(20L)
                    .build())
            .build(),
        request(MessageType.FORWARD_DELIVERY, ControlBlock.implicit("Y2g="), forward)
            .certificates(Parties.delivery())
            .content(content)
            .build(),
        request(MessageType.MEDIATE_DELIVERY, IN_DIALOG, forward)
            .certificates(Parties.delivery())
            .content(content)
            .build(),
        push(
            MessageType.ACCEPT_DELIVERY, Order.builder().processCard(card(false)).build(), content),
        push(
            MessageType.PROCESS_DELIVERY,
            Order.builder().messageIdResponse(ID).processCard(card(false)).build(),
            content),
        request(
                MessageType.PARTIAL_STORE_DELIVERY,
                ControlBlock.implicit("Y2g="),
                Order.builder()
                    .messageId(ID.partial())
                    .subject("Betreff")
                    .chunk(new ChunkInformation(1L, 4L, 7L, 28L, null))
                    .build())
            .certificates(
                RoleCertificates.builder()
                    .addAll(Parties.originator())
                    .add(Parties.ADDRESSEE)
                    .build())
            .content(
                ContentPackage.of(
                    ContentContainer.builder("ChunkContentContainer")
                        .attachment(
                            "ChunkContent",
                            "ChunkBlobStoreDelivery",
                            () -> new ByteArrayInputStream(ATTACHMENT))
                        .build()))
            .build(),
        request(
                MessageType.PARTIAL_FETCH_DELIVERY,
                IN_DIALOG,
                Order.builder()
                    .selection(SelectionRule.byId(ID))
                    .chunk(new ChunkInformation(2L, 4L, null, null, List.of(1L)))
                    .build())
            .build(),
        request(MessageType.STORE_DELIVERY, ControlBlock.implicit("Y2g="), delivery)
            .certificates(Parties.delivery())
            .content(ContentPackage.EMPTY)
            .build());
  }

  private static OutgoingMessage.Builder request(
      MessageType type, ControlBlock control, Order order) {
    return OutgoingMessage.of(type, control).order(order).certificates(Parties.originator());
  }

  private static OutgoingMessage push(MessageType type, Order order, ContentPackage content) {
    return OutgoingMessage.of(type, ControlBlock.challenge("Y2g="))
        .order(order)
        .certificates(
            RoleCertificates.builder()
                .addAll(Parties.intermediary())
                .addAll(Parties.delivery())
                .build())
        .content(content)
        .build();
  }

  private static List<OutgoingMessage> answers() {
    Feedback open =
        Feedback.of(
            List.of("de", "en"), FeedbackCode.EXECUTED_DIALOG_OPEN, FeedbackCode.MORE_DELIVERIES);
    Feedback closed = Feedback.of(FeedbackCode.EXECUTED_DIALOG_CLOSED);
    ContentPackage content = ContentPackage.of(encrypted(container().build()));
    return List.of(
        answer(
            MessageType.RESPONSE_TO_INIT_DIALOG,
            new ControlBlock("4711", null, "cg==", "Y2g="),
            Order.builder().feedback(open)),
        answer(
            MessageType.RESPONSE_TO_EXIT_DIALOG,
            new ControlBlock("4711", 5L, "cg==", null),
            Order.builder().feedback(closed)),
        answer(
            MessageType.RESPONSE_TO_GET_MESSAGE_ID,
            IMPLICIT_ANSWER,
            Order.builder().feedback(closed).messageId(ID)),
        answer(
            MessageType.RESPONSE_TO_STORE_DELIVERY,
            IMPLICIT_ANSWER,
            Order.builder().feedback(closed).processCard(created())),
        answer(
            MessageType.RESPONSE_TO_FORWARD_DELIVERY,
            IMPLICIT_ANSWER,
            Order.builder().feedback(closed).processCard(card(true))),
        delivering(
            MessageType.RESPONSE_TO_FETCH_DELIVERY,
            Order.builder()
                .feedback(open)
                .selection(SelectionRule.byId(ID))
                .processCard(card(false)),
            content),
        answer(
            MessageType.RESPONSE_TO_FETCH_PROCESS_CARD,
            IN_DIALOG,
            Order.builder()
                .feedback(open)
                .selection(new SelectionRule.ByMessageId(List.of(ID, new MessageId("2"))))
                .processCards(List.of(card(true), created()))),
        delivering(
            MessageType.RESPONSE_TO_MEDIATE_DELIVERY,
            Order.builder().feedback(open).processCard(card(true)).replyProcessCard(card(false)),
            content),
        OutgoingMessage.of(
                MessageType.RESPONSE_TO_ACCEPT_DELIVERY, new ControlBlock(null, null, "cg==", null))
            .order(Order.builder().feedback(closed).build())
            .certificates(
                RoleCertificates.builder()
                    .add(Role.ADDRESSEE, Usage.SIGNATURE, Parties.ADDRESSEE_SIGNATURE.certificate())
                    .build())
            .features(null)
            .build(),
        OutgoingMessage.of(
                MessageType.RESPONSE_TO_PROCESS_DELIVERY,
                new ControlBlock(null, null, "cg==", null))
            .order(Order.builder().feedback(closed).messageId(ID).subject("Antwort").build())
            .certificates(Parties.delivery())
            .content(content)
            .build(),
        answer(
            MessageType.RESPONSE_TO_PARTIAL_STORE_DELIVERY,
            IMPLICIT_ANSWER,
            Order.builder()
                .feedback(Feedback.of(FeedbackCode.CHUNKED_INNER_FEEDBACK))
                .insideFeedback(closed)
                .processCard(created())
                .chunk(new ChunkInformation(7L, null, 7L, null, List.of(1L, 2L, 7L)))),
        delivering(
            MessageType.RESPONSE_TO_PARTIAL_FETCH_DELIVERY,
            Order.builder()
                .feedback(open)
                .selection(SelectionRule.byId(ID))
                .chunk(new ChunkInformation(2L, null, 7L, 28L, null))
                .messageId(ID),
            content),
        OutgoingMessage.of(MessageType.SOAP_FAULT, null)
            .order(Order.builder().fault(Fault.of(FeedbackCode.DIALOG_DATA_WRONG)).build())
            .build());
  }

  private static OutgoingMessage answer(
      MessageType type, ControlBlock control, Order.Builder order) {
    return OutgoingMessage.of(type, control)
        .order(order.build())
        .certificates(Parties.intermediary())
        .build();
  }

  private static OutgoingMessage delivering(
      MessageType type, Order.Builder order, ContentPackage content) {
    return OutgoingMessage.of(type, IN_DIALOG)
        .order(order.build())
        .certificates(
            RoleCertificates.builder()
                .addAll(Parties.intermediary())
                .addAll(Parties.delivery())
                .build())
        .content(content)
        .build();
  }

  private static ProcessCardBundle created() {
    return new ProcessCardBundle(
        ID, new ProcessCard(TIME, Timestamp.of(TIME), null, null, null), List.of());
  }

  private static ProcessCardBundle card(boolean received) {
    Inspection offline =
        new Inspection(
            Timestamp.of(TIME),
            "CN=Ä,O=B",
            "CN=CA",
            BigInteger.valueOf(12345678901L),
            Inspection.CertificateType.ADVANCED,
            Inspection.MathResult.OK,
            Inspection.OfflineResult.VALID,
            null);
    Inspection online =
        new Inspection(
            new Timestamp.Cryptographic("urn:example:stamp", octets(300)),
            "CN=C",
            "CN=CA",
            BigInteger.TEN,
            Inspection.CertificateType.UNKNOWN,
            Inspection.MathResult.INDETERMINATE,
            Inspection.OfflineResult.INVALID,
            new Inspection.OnlineResult(true, "T0NTUA==", TIME, null));
    ProcessCard card =
        new ProcessCard(
            TIME,
            Timestamp.of(TIME),
            Timestamp.of(TIME),
            received ? Timestamp.of(TIME) : null,
            "Betreff & mehr");
    return new ProcessCardBundle(ID, card, List.of(offline, online));
  }
}
