package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.endpoint.Answer;
import de.amtsbote.osci.endpoint.FaultException;
import de.amtsbote.osci.endpoint.OsciEndpoint;
import de.amtsbote.osci.endpoint.OsciService;
import de.amtsbote.osci.error.OsciError;
import de.amtsbote.osci.mailbox.DialogState;
import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.mailbox.PurgeLimits;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.FeatureDescription;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.trust.CertificateChecker;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.MessageHead;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The OSCI intermediary (OSCI-Transport 1.2, K§5): dialogs, message ids, mailboxes and process
 * cards. It has no state of its own, so several may work on one store.
 */
public final class Intermediary implements OsciService {

  private final MailboxStore store;
  private final IntermediaryPolicy policy;
  private final Inspector inspector;
  private final Gatekeeper gatekeeper;
  private final Answers answers;
  private final Clock clock;
  private final Optional<ChunkedTransfers> transfers;
  private final Optional<PushRetries> retries;
  private final Map<MessageType, OrderHandler> handlers = new EnumMap<>(MessageType.class);

  /** An intermediary without push and chunks; times on cards are in the zone of the clock. */
  public Intermediary(
      IntermediaryKeys keys,
      IntermediaryPolicy policy,
      MailboxStore store,
      CertificateChecker checker,
      Spool spool,
      Clock clock) {
    this(keys, policy, store, checker, spool, clock, IntermediaryServices.NONE);
  }

  /** An intermediary with all that it can do. */
  public Intermediary(
      IntermediaryKeys keys,
      IntermediaryPolicy policy,
      MailboxStore store,
      CertificateChecker checker,
      Spool spool,
      Clock clock,
      IntermediaryServices services) {
    this.store = store;
    this.policy = policy;
    this.clock = clock;
    this.inspector = new Inspector(checker, policy.unknownClientsAdmitted(), clock.getZone());
    this.gatekeeper = new Gatekeeper(store, inspector, policy);
    this.transfers = services.transfers();
    this.answers = new Answers(keys.signature(), features(transfers));
    var cards = new Cards(clock.getZone());
    var deliveries = new Deliveries(spool);
    var takeOver = new TakeOver(store, inspector, policy.limits());
    var fetch = new FetchHandler(store, deliveries, cards, services.owners());
    handlers.put(MessageType.INIT_DIALOG, request -> Outcome.done(Order.builder()));
    handlers.put(MessageType.EXIT_DIALOG, request -> Outcome.done(Order.builder()));
    handlers.put(MessageType.GET_MESSAGE_ID, new MessageIdHandler(store));
    handlers.put(MessageType.STORE_DELIVERY, new StoreHandler(store, takeOver, cards));
    handlers.put(MessageType.FETCH_DELIVERY, fetch);
    handlers.put(
        MessageType.FETCH_PROCESS_CARD,
        new ProcessCardHandler(store, cards, policy.mostProcessCards(), services.owners()));
    var push = services.recipients().map(caller -> new Push(caller, inspector));
    push.ifPresent(it -> addPush(it, takeOver, cards));
    retries =
        push.flatMap(Push::later)
            .map(it -> new PushRetries(store, push.get(), deliveries, cards, it, clock));
    transfers.ifPresent(chunks -> addChunks(chunks, fetch, spool));
  }

  private static FeatureDescription features(Optional<ChunkedTransfers> transfers) {
    return transfers
        .map(it -> FeatureDescription.withChunks(it.policy().smallest(), it.policy().largest()))
        .orElse(FeatureDescription.WITHOUT_CHUNKS);
  }

  private void addChunks(ChunkedTransfers chunks, FetchHandler fetch, Spool spool) {
    handlers.put(MessageType.PARTIAL_STORE_DELIVERY, new PartialStoreHandler(chunks, store, this));
    handlers.put(
        MessageType.PARTIAL_FETCH_DELIVERY, new PartialFetchHandler(chunks, fetch, answers, spool));
  }

  private void addPush(Push push, TakeOver takeOver, Cards cards) {
    handlers.put(
        MessageType.FORWARD_DELIVERY, new ForwardHandler(store, takeOver, push, cards, clock));
    handlers.put(
        MessageType.MEDIATE_DELIVERY,
        new MediateHandler(store, takeOver, push, cards, inspector, clock));
  }

  /** An endpoint in front of an intermediary, to be mounted by any HTTP host. */
  public static OsciEndpoint endpoint(
      Intermediary intermediary,
      IntermediaryKeys keys,
      AlgorithmPolicy algorithms,
      ReadLimits limits,
      Spool spool) {
    return new OsciEndpoint(
        new MessageReader(spool, algorithms, limits, keys.cipher()),
        new MessageComposer(spool, algorithms),
        intermediary);
  }

  @Override
  public Answer execute(IncomingMessage order) throws IOException {
    var head = order.head();
    var handler = handlerFor(head.type());
    var admission = gatekeeper.admit(head, now());
    if (head.type().needsExplicitDialog() && admission.dialog().isEmpty()) {
      return refusal(head, admission, FeedbackCode.EXPLICIT_DIALOG_NEEDED);
    }
    var signature = judgeSignature(order, admission);
    if (signature.filter(code -> !code.kind().isExecuted()).isPresent()) {
      return refusal(head, admission, signature.get());
    }
    var warnings = new ArrayList<>(admission.warnings());
    signature.ifPresent(warnings::add);
    var admitted =
        new Admission(admission.dialog(), admission.clientCipher(), warnings, admission.at());
    return admitted.dialog().isPresent()
        ? executeInDialog(order, head, admitted, handler)
        : executeAlone(order, head, admitted, handler);
  }

  @Override
  public Answer refuse(MessageHead order, OsciError error) throws IOException {
    handlerFor(order.type());
    var admission = gatekeeper.admit(order, now());
    var code = error.feedback().orElse(FeedbackCode.SIGNATURE_INVALID);
    if (code.kind().isFault()) {
      throw new FaultException(code, error.describe());
    }
    return refusal(order, admission, code);
  }

  /** Deletes what is older than the policy keeps it; to be called now and then. */
  public void purge() {
    var now = now();
    var times = policy.retention();
    store.purge(
        new PurgeLimits(
            now.minus(times.received()),
            now.minus(times.unread()),
            now.minus(times.cards()),
            now.minus(times.unusedIds()),
            now.minus(policy.dialogTimeout())));
    transfers.ifPresent(chunks -> chunks.purge(now));
  }

  /**
   * Tries deliveries again whose recipients could not be reached; to be called now and then.
   *
   * @param most how many at most
   * @return how many were due; as many as {@code most} if there may be others
   */
  public int retryPushes(int most) {
    return retries.map(it -> it.run(most)).orElse(0);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private OrderHandler handlerFor(MessageType type) throws FaultException {
    var handler = handlers.get(type);
    if (handler == null) {
      throw new FaultException(
          FeedbackCode.NO_VALID_MESSAGE, type + " is no order to an intermediary");
    }
    return handler;
  }

  private Optional<FeedbackCode> judgeSignature(IncomingMessage order, Admission admission) {
    var begunBy = admission.dialog().flatMap(DialogState::clientSigner);
    if (order.orderSignature().isEmpty()) {
      return policy.signatureRequired() || begunBy.isPresent()
          ? Optional.of(FeedbackCode.SIGNATURE_MISSING)
          : Optional.empty();
    }
    var signer = order.orderSignature().get().signer().certificate();
    if (begunBy.isPresent() && !begunBy.get().equals(RoleCertificate.fingerprint(signer))) {
      return Optional.of(FeedbackCode.SIGNATURE_INVALID);
    }
    return inspector.clientSignature(signer, admission.at());
  }

  /** An order that is not executed and confirms nothing: its dialog, if it has one, is over. */
  private Answer refusal(MessageHead order, Admission admission, FeedbackCode code)
      throws FaultException {
    admission.dialog().ifPresent(dialog -> store.discard(dialog.conversationId()));
    return answers.to(
        order,
        admission,
        closing(order.control()),
        FeedbackCode.EXECUTED_DIALOG_CLOSED,
        Outcome.refused(code));
  }

  /** Peers of the reference library want a conversation id even where there is no dialog. */
  private static ControlBlock closing(ControlBlock order) {
    return order.inDialog()
        ? new ControlBlock(order.conversationId(), order.sequenceNumber(), order.challenge(), null)
        : new ControlBlock(Nonces.conversationId(), 0L, order.challenge(), null);
  }

  private Answer executeAlone(
      IncomingMessage order, MessageHead head, Admission admission, OrderHandler handler)
      throws IOException {
    if (head.type() == MessageType.INIT_DIALOG) {
      return openDialog(order, head, admission);
    }
    var outcome = handler.handle(new Request(order, admission));
    return answers.to(
        head, admission, closing(head.control()), FeedbackCode.EXECUTED_DIALOG_CLOSED, outcome);
  }

  private Answer openDialog(IncomingMessage order, MessageHead head, Admission admission)
      throws FaultException {
    var dialog =
        new DialogState(
            Nonces.conversationId(),
            encoded(admission),
            order
                .orderSignature()
                .map(signature -> RoleCertificate.fingerprint(signature.signer().certificate())),
            head.transport() != null,
            0,
            Nonces.challenge(),
            Optional.empty(),
            admission.at());
    store.open(dialog);
    var control =
        new ControlBlock(
            dialog.conversationId(), null, head.control().challenge(), dialog.challenge());
    return answers.to(
        head, admission, control, FeedbackCode.EXECUTED_DIALOG_OPEN, Outcome.done(Order.builder()));
  }

  private static byte[] encoded(Admission admission) throws FaultException {
    try {
      return admission.clientCipher().orElseThrow().getEncoded();
    } catch (CertificateEncodingException e) {
      throw new FaultException(FeedbackCode.NO_VALID_MESSAGE, "certificate cannot be encoded");
    }
  }

  /** The step is taken before the order is executed: a second use of the same challenge fails. */
  private Answer executeInDialog(
      IncomingMessage order, MessageHead head, Admission admission, OrderHandler handler)
      throws IOException {
    var current = admission.dialog().orElseThrow();
    boolean exit = head.type() == MessageType.EXIT_DIALOG;
    var next = current.next(Nonces.challenge(), admission.at());
    advance(current, exit ? Optional.empty() : Optional.of(next), admission.at());
    var request = new Request(order, admission);
    current.fetched().ifPresent(id -> forgetSlices(request, id));
    var outcome = handler.handle(request);
    var fetched = outcome.delivery().flatMap(Outcome.Delivery::messageId);
    if (fetched.isPresent()) {
      advance(next, Optional.of(next.carrying(fetched.get())), admission.at());
    }
    var control =
        new ControlBlock(
            current.conversationId(),
            current.sequenceNumber(),
            head.control().challenge(),
            exit ? null : next.challenge());
    var success = exit ? FeedbackCode.EXECUTED_DIALOG_CLOSED : FeedbackCode.EXECUTED_DIALOG_OPEN;
    return answers.to(head, admission, control, success, outcome);
  }

  /** What was received needs no answer in chunks any more. */
  private void forgetSlices(Request request, String messageId) {
    var mailbox = request.mailbox().orElseThrow();
    transfers.ifPresent(
        chunks -> chunks.store().remove(ChunkedTransfers.outgoing(mailbox, messageId)));
  }

  private void advance(DialogState from, Optional<DialogState> to, Instant at)
      throws FaultException {
    if (!store.advance(from, to, at)) {
      throw new FaultException(
          FeedbackCode.DIALOG_DATA_WRONG, "another order of the dialog was faster");
    }
  }
}
