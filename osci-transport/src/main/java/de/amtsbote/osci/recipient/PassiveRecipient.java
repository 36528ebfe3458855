package de.amtsbote.osci.recipient;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.endpoint.Answer;
import de.amtsbote.osci.endpoint.FaultException;
import de.amtsbote.osci.endpoint.FeedbackTexts;
import de.amtsbote.osci.endpoint.OsciEndpoint;
import de.amtsbote.osci.endpoint.OsciService;
import de.amtsbote.osci.error.OsciError;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.MessageHead;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * Takes acceptDelivery and processDelivery from known intermediaries (OSCI-Transport 1.2, K§5); its
 * answers are signed, and encrypted if the order was.
 */
public final class PassiveRecipient implements OsciService {

  private final List<KeyOperations> cipher;
  private final KeyOperations signature;
  private final KnownIntermediaries intermediaries;
  private final RecipientService service;

  /**
   * A recipient.
   *
   * @param cipher keys that open orders and contents
   * @param signature signs the answers
   * @param intermediaries signature certificates of those that may bring deliveries, compared octet
   *     by octet; whether they are expired or revoked is for the caller to check
   */
  public PassiveRecipient(
      List<KeyOperations> cipher,
      KeyOperations signature,
      Set<X509Certificate> intermediaries,
      RecipientService service) {
    this(cipher, signature, KnownIntermediaries.of(intermediaries), service);
  }

  /** The same with a check of those that bring deliveries, made anew for each order. */
  public PassiveRecipient(
      List<KeyOperations> cipher,
      KeyOperations signature,
      KnownIntermediaries intermediaries,
      RecipientService service) {
    this.cipher = List.copyOf(cipher);
    this.signature = signature;
    this.intermediaries = intermediaries;
    this.service = service;
  }

  /** An endpoint in front of this recipient, to be mounted by any HTTP host. */
  public OsciEndpoint endpoint(AlgorithmPolicy algorithms, ReadLimits limits, Spool spool) {
    return new OsciEndpoint(
        new MessageReader(spool, algorithms, limits, cipher),
        new MessageComposer(spool, algorithms),
        this);
  }

  @Override
  public Answer execute(IncomingMessage order) throws IOException {
    var head = order.head();
    requireOrder(head);
    if (order.orderSignature().isEmpty()) {
      return refusal(head, FeedbackCode.SIGNATURE_MISSING);
    }
    var signer = order.orderSignature().get().signer();
    if (signer.role() != Role.INTERMEDIARY
        || !intermediaries.admits(signer.certificate(), !order.tolerated().isEmpty())) {
      return refusal(head, FeedbackCode.SIGNATURE_INVALID);
    }
    var delivery = new PushedDelivery(order, cipher);
    return head.type() == MessageType.ACCEPT_DELIVERY
        ? accept(head, delivery)
        : process(order, head, delivery);
  }

  @Override
  public Answer refuse(MessageHead order, OsciError error) throws IOException {
    requireOrder(order);
    var code = error.feedback().orElse(FeedbackCode.SIGNATURE_INVALID);
    if (code.kind().isFault()) {
      throw new FaultException(code, error.describe());
    }
    return refusal(order, code);
  }

  private static void requireOrder(MessageHead order) throws FaultException {
    if (order.type() != MessageType.ACCEPT_DELIVERY
        && order.type() != MessageType.PROCESS_DELIVERY) {
      throw new FaultException(
          FeedbackCode.NO_VALID_MESSAGE, order.type() + " is no order to a recipient");
    }
    if (order.control().challenge() == null) {
      throw new FaultException(FeedbackCode.DIALOG_DATA_WRONG, "no challenge");
    }
  }

  private Answer accept(MessageHead order, PushedDelivery delivery) throws IOException {
    return service.accept(delivery)
        ? answer(order, feedback(order, FeedbackCode.EXECUTED_DIALOG_CLOSED))
        : refusal(order, FeedbackCode.NOT_ACCEPTED);
  }

  private Answer process(IncomingMessage message, MessageHead order, PushedDelivery delivery)
      throws IOException {
    Reply reply;
    try {
      reply = service.process(delivery);
    } catch (NotAcceptedException e) {
      return refusal(order, FeedbackCode.NOT_ACCEPTED);
    }
    if (reply == null) {
      return refusal(order, FeedbackCode.NO_ANSWER_DELIVERY);
    }
    var id = message.order().messageIdResponse();
    var values =
        Order.builder()
            .feedback(feedback(order, FeedbackCode.EXECUTED_DIALOG_CLOSED))
            .messageId(id)
            .subject(id == null ? null : reply.subject())
            .build();
    var certificates = RoleCertificates.builder().addAll(swappedCertificates(order));
    reply.certificates().forEach(certificates::add);
    var answer =
        start(order)
            .order(values)
            .certificates(certificates.build())
            .content(new ContentPackage.Composed(reply.encrypted(), reply.plain()))
            .build();
    return new Answer(answer, security(order), reply.release());
  }

  /** In the answer delivery the recipient is the originator, and the originator the addressee. */
  private RoleCertificates swappedCertificates(MessageHead order) {
    var certificates =
        RoleCertificates.builder()
            .add(Role.ORIGINATOR, Usage.CIPHER, cipher.get(0).certificate())
            .add(Role.ORIGINATOR, Usage.SIGNATURE, signature.certificate());
    order
        .certificates()
        .originatorCipher()
        .ifPresent(originator -> certificates.add(Role.ADDRESSEE, Usage.CIPHER, originator));
    return certificates.build();
  }

  private Answer refusal(MessageHead order, FeedbackCode code) {
    return answer(order, feedback(order, code));
  }

  private Answer answer(MessageHead order, Feedback feedback) {
    var role = order.type() == MessageType.ACCEPT_DELIVERY ? Role.ADDRESSEE : Role.ORIGINATOR;
    var certificate = RoleCertificate.of(role, Usage.SIGNATURE, signature.certificate());
    var answer =
        start(order)
            .order(Order.builder().feedback(feedback).build())
            .certificates(RoleCertificates.NONE.with(certificate))
            .build();
    return Answer.of(answer, security(order));
  }

  private static OutgoingMessage.Builder start(MessageHead order) {
    var control = new ControlBlock(null, null, order.control().challenge(), null);
    return OutgoingMessage.of(order.type().answer().orElseThrow(), control);
  }

  private OrderSecurity security(MessageHead order) {
    var recipient =
        order.transport() == null
            ? null
            : order.certificates().find(Role.INTERMEDIARY, Usage.CIPHER).orElse(null);
    return new OrderSecurity(signature, recipient);
  }

  private static Feedback feedback(MessageHead order, FeedbackCode code) {
    return FeedbackTexts.of(order, List.of(code));
  }
}
